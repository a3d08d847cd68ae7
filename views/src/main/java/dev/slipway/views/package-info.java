/**
 * Entries to read tables: what people ask for, kept ready. Rebuildable from the ledger at any time.
 */
@NullMarked
package dev.slipway.views;

import org.jspecify.annotations.NullMarked;
