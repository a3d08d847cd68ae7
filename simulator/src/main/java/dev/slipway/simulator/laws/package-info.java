/** What must hold whatever happens, read from the ledger and from what machines really did. */
@NullMarked
package dev.slipway.simulator.laws;

import org.jspecify.annotations.NullMarked;
