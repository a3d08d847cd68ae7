/** What is folded, kept now and then, so that a start need not fold the whole ledger again. */
@NullMarked
package dev.slipway.loop.snapshot;

import org.jspecify.annotations.NullMarked;
