package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.Slot;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 10: a step is ordered of a target once, whoever decides, and the next one only after the
 * target said of exactly this order that it converged, or a person said so. A job counts like a
 * step, before the first one or after the last. Whoever was removed and comes back begins anew.
 */
final class StepsOnce implements Law {

  private record Ordered(
      DeliveryId delivery, Slot slot, int step, int attempt, Optional<JobName> job) {

    static Ordered of(OrderIssued order) {
      return new Ordered(
          order.delivery(), order.slot(), order.step(), order.attempt(), order.job());
    }
  }

  private record Present(OrderIssued order, Recorded recorded) {}

  private final Set<Ordered> ordered = new HashSet<>();
  private final Map<Slot, Present> present = new HashMap<>();
  private final Set<Slot> converged = new HashSet<>();

  @Override
  public String name() {
    return "law-10";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case OrderIssued e -> issued(world, e, recorded);
      case OutcomeDecided e -> {
        converged.add(e.slot());
        yield List.of();
      }
      case ReportReceived e -> {
        heard(e.report());
        yield List.of();
      }
      case TargetRemoved e -> {
        present.keySet().removeIf(slot -> slot.target().equals(e.target()));
        yield List.of();
      }
      case Entry _ -> List.of();
    };
  }

  private List<String> issued(World world, OrderIssued order, Recorded recorded) {
    boolean again = !ordered.add(Ordered.of(order));
    Present before = present.put(order.slot(), new Present(order, recorded));
    boolean answered = converged.remove(order.slot());
    boolean isNext = before != null && isNext(before.order, order);
    boolean active =
        world.deliveries().placement(order.delivery().placement()).of(order.delivery()).isPresent();
    if (again && active) {
      return List.of("a second time at %s: %s".formatted(recorded.position(), order));
    }
    return isNext && !answered
        ? List.of("%s got %s before it answered".formatted(order.slot(), Ordered.of(order)))
        : List.of();
  }

  private static boolean isNext(OrderIssued before, OrderIssued order) {
    return before.delivery().equals(order.delivery())
        && before.step() != WayBack.STEP
        && order.step() != WayBack.STEP
        && (order.step() == before.step() + 1 || isNextEffect(before, order));
  }

  /** What a target kept before it ran a job it is ordered again, whatever became of the job. */
  private static boolean isNextEffect(OrderIssued before, OrderIssued order) {
    return !order.job().equals(before.job()) && (order.job().isPresent() || order.attempt() == 1);
  }

  private void heard(Report report) {
    Present order = present.get(report.slot());
    if (order != null
        && report instanceof Report.Ended ended
        && ended.outcome() instanceof Outcome.Converged
        && ended.fence().position().equals(order.recorded.position())) {
      converged.add(report.slot());
    }
  }
}
