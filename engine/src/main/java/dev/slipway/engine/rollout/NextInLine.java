package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.queue.Line;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who waits in line has its turn as soon as there is room, whatever made it: the longest waiting
 * first, until there is no room or nobody who could take it.
 */
final class NextInLine {

  private NextInLine() {}

  static void admit(Deliberation d, EnvironmentName environment) {
    Set<Placement> tried = new HashSet<>();
    Optional<Placement> next = next(d, environment, tried);
    while (next.isPresent()) {
      tried.add(next.orElseThrow());
      Advance.alone(d, next.orElseThrow());
      next = next(d, environment, tried);
    }
  }

  private static Optional<Placement> next(
      Deliberation d, EnvironmentName environment, Set<Placement> tried) {
    Optional<Integer> limit =
        d.world()
            .declared()
            .environment(environment)
            .flatMap(state -> state.definition().concurrency());
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    Line line = Line.of(d.world(), environment);
    return line.running().size() < limit.orElseThrow()
        ? line.waiting().stream()
            .map(Line.Waiter::placement)
            .filter(placement -> !tried.contains(placement))
            .findFirst()
        : Optional.empty();
  }
}
