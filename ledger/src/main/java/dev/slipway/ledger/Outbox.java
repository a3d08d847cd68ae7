package dev.slipway.ledger;

import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far of the ledger each receiver of messages was told, and which process tells it; upserted,
 * never in the ledger. What is kept is durable before a method returns; methods block. Should it be
 * lost, receivers are told again from their beginning. Thread-safe.
 */
public interface Outbox {

  /** One receiver: a notification of an organisation. */
  record Place(Organisation organisation, NotificationName notification) {}

  /** What went wrong last, in a sentence without anything secret. */
  record Failure(Instant at, String because) {}

  /**
   * How far a receiver was told.
   *
   * @param upTo whatever happened up to here was sent or left out, or is not for it
   * @param ahead what was sent of what happened after that
   * @param tries how often in a row it could not be told
   * @param failingSince since when; absent while it can be told
   * @param failure the last one, even when it is over
   * @param lastSent absent before the first
   * @param leftOut how many messages were left out since the last that was sent
   */
  record Kept(
      Position upTo,
      SortedSet<Position> ahead,
      int tries,
      Optional<Instant> failingSince,
      Optional<Failure> failure,
      Optional<Instant> lastSent,
      int leftOut) {

    public Kept {
      ahead = Collections.unmodifiableSortedSet(new TreeSet<>(ahead));
    }

    /** Nothing was told of what happened after a position. */
    public static Kept from(Position upTo) {
      return new Kept(
          upTo,
          Collections.emptySortedSet(),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0);
    }

    /** Whether something that happened there was told, or is not told any more. */
    public boolean holds(Position position) {
      return !position.isAfter(upTo) || ahead.contains(position);
    }
  }

  /** What is kept of all receivers. */
  Map<Place, Kept> all();

  /** What became of a claim. */
  sealed interface Claim {

    /** The process has it. */
    record Taken(Kept kept) implements Claim {}

    /**
     * Another process has it.
     *
     * @param count one more each time that the other one claims or keeps something
     */
    record Held(long count, Kept kept) implements Claim {}
  }

  /**
   * A process takes a receiver for itself, unless another one has it. Processes do not have the
   * same clock, so whoever has it counts, and another takes over when the count stood still for
   * long.
   *
   * @param fresh what is so where nothing was kept yet
   * @param stood the count that stood still; absent where none is known
   */
  Claim claim(Place place, Kept fresh, String process, Optional<Long> stood);

  /**
   * Keeps how far a receiver was told.
   *
   * @return whether the process has it; when it does not, nothing is changed
   */
  boolean keep(Place place, Kept kept, String process);

  /** A receiver is there no more. */
  void forget(Place place);
}
