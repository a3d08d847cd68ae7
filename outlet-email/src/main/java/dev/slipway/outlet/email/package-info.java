/** Letters, and the mail server that takes them. */
@NullMarked
package dev.slipway.outlet.email;

import org.jspecify.annotations.NullMarked;
