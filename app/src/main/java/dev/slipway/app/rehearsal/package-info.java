/** A server's whole day in a minute, for whoever wants to see all that it does. */
@NullMarked
package dev.slipway.app.rehearsal;

import org.jspecify.annotations.NullMarked;
