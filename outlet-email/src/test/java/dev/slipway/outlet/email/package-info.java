/** Tests of letters. */
@NullMarked
package dev.slipway.outlet.email;

import org.jspecify.annotations.NullMarked;
