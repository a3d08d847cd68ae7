/** Who is at the door, what may be given out there, and what is shown of the ledger. */
@NullMarked
package dev.slipway.loop.access;

import org.jspecify.annotations.NullMarked;
