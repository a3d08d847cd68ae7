/** Where the values of secrets are found at a target. */
@NullMarked
package dev.slipway.runtime.secrets;

import org.jspecify.annotations.NullMarked;
