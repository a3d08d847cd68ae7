package dev.slipway.ledger;

import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import java.util.Optional;

/**
 * What was folded from the ledger up to one entry, so that whoever starts need not fold it all. It
 * is a copy that can be made again at any time, and nobody trusts it over the ledger. Thread-safe.
 */
public interface Snapshots {

  /**
   * A snapshot.
   *
   * @param at the last entry that is folded into it
   * @param entry that entry's leaf hash
   * @param fold names the program that folded, for another one may fold otherwise
   */
  record Snapshot(Position at, Digest entry, Digest fold, Bytes content) {}

  /** The one that was kept last. */
  Optional<Snapshot> newest();

  /**
   * Keeps a snapshot in the place of the one before, and returns when it is durable; a crash leaves
   * either the one or the other.
   */
  void keep(Snapshot snapshot);

  /** Drops the one that there is. */
  void drop();
}
