package dev.slipway.simulator;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.LedgerBefore;
import dev.slipway.simulator.laws.Authored;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A ledger that tells the laws which version wrote what. */
record Signed(Ledger real, int format, Consumer<Authored> told) implements LedgerBefore {

  @Override
  public CompletionStage<Appended> append(Batch batch) {
    return real.append(batch)
        .thenApply(appended -> {
          if (appended instanceof Appended.Committed committed) {
            told.accept(new Authored(format, committed.entries()));
          }
          return appended;
        });
  }
}
