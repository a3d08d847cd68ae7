/** What a span of the ledger would have come to, had documents said something else. */
@NullMarked
package dev.slipway.engine.whatif;

import org.jspecify.annotations.NullMarked;
