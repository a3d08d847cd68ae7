package dev.slipway.forwarder;

import dev.slipway.forwarder.routes.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What lies behind one door: its ways take turns by their weights, evenly spread, so that of any
 * hundred requests each way has its share to within one. Thread-safe.
 */
final class Line {

  private final Traffic traffic;
  private final List<Turn> turns = new ArrayList<>();

  private static final class Turn {
    private final Upstream upstream;
    private final int weight;
    private long credit;

    Turn(Upstream upstream, int weight) {
      this.upstream = upstream;
      this.weight = weight;
    }
  }

  Line(Traffic traffic) {
    this.traffic = traffic;
  }

  Traffic traffic() {
    return traffic;
  }

  /** Adds a way while the line is being laid. One of weight 0 has no turn. */
  void add(Upstream upstream, int weight) {
    if (weight > 0) {
      turns.add(new Turn(upstream, weight));
    }
  }

  /** Whose turn it is, among those that were not tried; or among all once all were. */
  synchronized Optional<Upstream> next(Set<Upstream> tried) {
    List<Turn> fresh = turns.stream().filter(turn -> !tried.contains(turn.upstream)).toList();
    List<Turn> among = fresh.isEmpty() ? turns : fresh;
    Optional<Turn> best = Optional.empty();
    long sum = 0;
    for (Turn turn : among) {
      turn.credit += turn.weight;
      sum += turn.weight;
      if (best.isEmpty() || turn.credit > best.get().credit) {
        best = Optional.of(turn);
      }
    }
    long paid = sum;
    best.ifPresent(turn -> turn.credit -= paid);
    return best.map(turn -> turn.upstream);
  }
}
