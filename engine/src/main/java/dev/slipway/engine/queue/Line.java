package dev.slipway.engine.queue;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is under way in an environment, and who could go there but for the limit of how many are
 * under way at once. Of each application at most one stands in line, and keeps its place when a
 * newer shipment of it takes over; so nobody is passed by one that came later, and an application
 * that ships often takes nobody's turn. A rollout that is stuck is under way.
 *
 * @param waiting the longest first
 */
public record Line(List<DeliveryId> running, List<Waiter> waiting) {

  /** Who waits, and since when. */
  public record Waiter(Placement placement, Instant since) {}

  public Line {
    running = List.copyOf(running);
    waiting = List.copyOf(waiting);
  }

  /** The line of an environment. */
  public static Line of(World world, EnvironmentName environment) {
    List<DeliveryId> running = new ArrayList<>();
    List<Waiter> waiting = new ArrayList<>();
    world
        .deliveries()
        .placements()
        .forEach((placement, at) -> {
          if (placement.environment().equals(environment) && at.active().isPresent()) {
            RolloutState active = at.active().orElseThrow();
            if (!active.isWaiting()) {
              running.add(active.delivery().id());
            } else if (isReady(at, active)) {
              at.inLine().ifPresent(since -> waiting.add(new Waiter(placement, since)));
            }
          }
        });
    waiting.sort(Comparator.comparing(Waiter::since).thenComparing(Waiter::placement));
    return new Line(running, waiting);
  }

  /** Whether nothing but the limit keeps it, as far as was said. */
  private static boolean isReady(PlacementState at, RolloutState active) {
    return at.controls().pause().isEmpty()
        && active.gated().verdicts().entrySet().stream()
            .filter(said -> !said.getKey().equals(GuardrailName.CONCURRENCY))
            .allMatch(said -> said.getValue().passes());
  }

  /** How many stand before a placement, where it stands in line or joins it now. */
  public long before(Placement placement) {
    return waiting.stream().takeWhile(waiter -> !waiter.placement().equals(placement)).count();
  }
}
