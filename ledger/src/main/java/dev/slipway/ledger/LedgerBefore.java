package dev.slipway.ledger;

import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A ledger that stands before another one and is like it, but for what it says itself. */
public interface LedgerBefore extends Ledger {

  /** The one behind it. */
  Ledger real();

  @Override
  default CompletionStage<Appended> append(Batch batch) {
    return real().append(batch);
  }

  @Override
  default List<Recorded> read(Position after, int limit) {
    return real().read(after, limit);
  }

  @Override
  default List<Recorded> read(StreamKey stream, Position after, int limit) {
    return real().read(stream, after, limit);
  }

  @Override
  default Optional<Digest> leaf(Position position) {
    return real().leaf(position);
  }

  @Override
  default Position head() {
    return real().head();
  }

  @Override
  default void follow(Position after, Consumer<List<Recorded>> follower) {
    real().follow(after, follower);
  }
}
