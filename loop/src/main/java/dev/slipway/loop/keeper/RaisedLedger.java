package dev.slipway.loop.keeper;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A ledger to which nothing is written but in the format that it was raised to; whoever asks for
 * more is told so at once, and has to ask another process. It is the one place that this hangs on,
 * whatever writes. Thread-safe.
 */
public record RaisedLedger(Ledger real, Formats formats) implements Ledger {

  @Override
  public CompletionStage<Appended> append(Batch batch) {
    return formats.mayWrite()
        ? real.append(batch)
        : CompletableFuture.failedStage(
            new IllegalStateException(
                "This version may not write to a ledger in format %d; ask another process of this server"
                    .formatted(formats.raised())));
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
