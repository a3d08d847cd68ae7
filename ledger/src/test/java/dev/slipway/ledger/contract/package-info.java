/** What every store must pass. */
@NullMarked
package dev.slipway.ledger.contract;

import org.jspecify.annotations.NullMarked;
