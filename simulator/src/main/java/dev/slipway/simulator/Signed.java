package dev.slipway.simulator;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Recorded;
import dev.slipway.simulator.laws.Authored;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A ledger that tells the laws which version wrote what. */
record Signed(Ledger real, int format, Consumer<Authored> told) implements Ledger {

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

  @Override
  public List<Recorded> read(Position after, int limit) {
    return real.read(after, limit);
  }

  @Override
  public List<Recorded> read(StreamKey stream, Position after, int limit) {
    return real.read(stream, after, limit);
  }

  @Override
  public Optional<Digest> leaf(Position position) {
    return real.leaf(position);
  }

  @Override
  public Position head() {
    return real.head();
  }

  @Override
  public void follow(Position after, Consumer<List<Recorded>> follower) {
    real.follow(after, follower);
  }
}
