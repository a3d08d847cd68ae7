/** We decided, and wrote it down: everything that the ledger can hold. */
@NullMarked
package dev.slipway.model.entry;

import org.jspecify.annotations.NullMarked;
