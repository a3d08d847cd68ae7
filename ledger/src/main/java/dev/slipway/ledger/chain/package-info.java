/** The rules by which a single writer adds to the ledger, the same for every store. */
@NullMarked
package dev.slipway.ledger.chain;

import org.jspecify.annotations.NullMarked;
