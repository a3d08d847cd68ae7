/** Replays spans of the ledger beside the loop's turn, and writes nothing. */
@NullMarked
package dev.slipway.loop.replay;

import org.jspecify.annotations.NullMarked;
