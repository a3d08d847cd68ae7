/** Memory in memory: for the simulator and for tests, with the exact bytes of the real one. */
@NullMarked
package dev.slipway.ledger.memory;

import org.jspecify.annotations.NullMarked;
