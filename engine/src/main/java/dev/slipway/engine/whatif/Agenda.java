package dev.slipway.engine.whatif;

import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What is due later, the earliest first and equal times in the order they came. Not thread-safe.
 */
final class Agenda {

  /** What is due. */
  sealed interface Due {

    /** A look at a placement. */
    record Look(Placement placement) implements Due {}

    /** The order that was issued at this position ends. */
    record Ended(Slot slot, Position order, Optional<Reason> failed) implements Due {}
  }

  /** Something that is due, and when. */
  record Entry(Instant at, long turn, Due due) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::turn));
  private final Set<Look> looks = new HashSet<>();
  private long turns;

  private record Look(Instant at, Placement placement) {}

  void add(Instant at, Due due) {
    boolean isNew =
        switch (due) {
          case Due.Look look -> looks.add(new Look(at, look.placement()));
          case Due.Ended _ -> true;
        };
    if (isNew) {
      turns++;
      entries.add(new Entry(at, turns, due));
    }
  }

  /** Takes what is due first, if it is due by then. */
  Optional<Entry> take(Instant by) {
    Optional<Entry> first =
        Optional.ofNullable(entries.peek()).filter(entry -> !entry.at().isAfter(by));
    first.ifPresent(entry -> {
      entries.remove();
      if (entry.due() instanceof Due.Look look) {
        looks.remove(new Look(entry.at(), look.placement()));
      }
    });
    return first;
  }
}
