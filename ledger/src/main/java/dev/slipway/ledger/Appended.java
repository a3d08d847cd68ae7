package dev.slipway.ledger;

import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Optional;

/** What became of a batch. */
public sealed interface Appended {

  record Committed(List<Recorded> entries) implements Appended {
    public Committed {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A guard did not hold; nothing was written. Fold again and decide again.
   *
   * @param stream the one that moved; empty when it was the ledger as a whole
   */
  record Conflict(Optional<StreamKey> stream, Position expected, Position actual)
      implements Appended {}

  /**
   * A batch with this key was written before; nothing was written. {@code first} is that batch's
   * first entry.
   */
  record Duplicate(Position first) implements Appended {}
}
