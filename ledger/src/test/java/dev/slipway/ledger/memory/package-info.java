/** The stores in memory, held against the contracts. */
@NullMarked
package dev.slipway.ledger.memory;

import org.jspecify.annotations.NullMarked;
