package dev.slipway.ledger;

import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The append-only, hash-chained record of everything that happened. Thread-safe; no method blocks
 * on the disk of {@link #append}.
 */
public interface Ledger {

  /**
   * Appends the batch whole or not at all; batches that arrive together are committed in one group.
   * The stage completes once the batch is durable and every {@linkplain #follow follower} has been
   * given its entries, and all that stands before them; where it was kept out, once they have been
   * given what keeps it out. Others may append to the same ledger: its guards and deduplication
   * keys are all that puts what they do into an order. It completes exceptionally only when the
   * store itself fails, and then it is not known whether the batch was written.
   *
   * @throws IllegalArgumentException when an entry has no canonical form, as one with half a
   *     character in it; nothing is written
   */
  CompletionStage<Appended> append(Batch batch);

  /** The entries after a position, in order, at most {@code limit} of them. */
  List<Recorded> read(Position after, int limit);

  /** The entries of one stream after a position, in order, at most {@code limit} of them. */
  List<Recorded> read(StreamKey stream, Position after, int limit);

  /** The leaf hash of the entry at a position; empty where there is none. */
  Optional<Digest> leaf(Position position);

  /** The position of the last entry; {@link Position#START} when there is none. */
  Position head();

  /**
   * Gives {@code follower} every entry after a position, whoever appended it, in order and without
   * a gap: first what is there, before this method returns, then each group when it is durable.
   * What was appended together is given together. The follower must be quick; it is called by the
   * one thread that writes.
   */
  void follow(Position after, Consumer<List<Recorded>> follower);
}
