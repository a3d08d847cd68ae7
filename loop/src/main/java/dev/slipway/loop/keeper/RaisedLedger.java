package dev.slipway.loop.keeper;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.LedgerBefore;
import dev.slipway.loop.door.ReadingOnly;
import dev.slipway.model.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A ledger to which nothing is written but in the format that it was raised to; whoever asks for
 * more is told so at once, and has to ask another process. It is the one place that this hangs on,
 * whatever writes. Thread-safe.
 */
public record RaisedLedger(Ledger real, Formats formats) implements LedgerBefore {

  @Override
  public CompletionStage<Appended> append(Batch batch) {
    return formats.mayWrite()
        ? real.append(batch)
        : CompletableFuture.failedStage(
            new ReadingOnly(
                new Reason(
                    "reading-only",
                    "This version may not write to a ledger in format %d. Ask another process of this server."
                        .formatted(formats.raised()))));
  }
}
