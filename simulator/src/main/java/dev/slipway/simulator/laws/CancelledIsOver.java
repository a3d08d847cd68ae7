package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.simulator.Machine;
import dev.slipway.simulator.Machine.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 19: once a rollout is said to be cancelled, no command of it runs, and none begins. Where a
 * person said what became of a target that did not answer, or that nobody waits for it any more,
 * nobody can promise it of that target.
 */
final class CancelledIsOver implements Law {

  private final Map<Position, DeliveryId> orders = new HashMap<>();
  private final Set<DeliveryId> cancelled = new HashSet<>();
  private final Set<GivenUp> givenUp = new HashSet<>();
  private final Set<Effect> running = new HashSet<>();

  /** Nobody waited for a target, on a person's word. */
  private record GivenUp(DeliveryId delivery, TargetName target) {}

  @Override
  public String name() {
    return "law-19";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case OrderIssued e -> {
        orders.put(recorded.position(), e.delivery());
        yield List.of();
      }
      case OutcomeDecided e -> {
        givenUp.add(new GivenUp(e.delivery(), e.slot().target().target()));
        yield List.of();
      }
      case MemberExcluded e -> {
        givenUp.add(new GivenUp(e.delivery(), e.target()));
        yield List.of();
      }
      case RolloutCancelled e -> {
        cancelled.add(e.delivery());
        yield running.stream()
            .filter(effect -> promised(effect).filter(e.delivery()::equals).isPresent())
            .map(effect -> e.delivery() + " is cancelled, and " + effect + " still runs")
            .toList();
      }
      case Entry _ -> List.of();
    };
  }

  @Override
  public List<String> after(World world, Machine.Done done) {
    return switch (done) {
      case Machine.Done.Began began -> {
        running.add(began.effect());
        yield promised(began.effect()).filter(cancelled::contains).stream()
            .map(delivery -> began.effect() + " began after " + delivery + " was cancelled")
            .toList();
      }
      case Machine.Done.Ended ended -> {
        running.remove(ended.effect());
        yield List.of();
      }
      case Machine.Done.Kept _ -> List.of();
    };
  }

  /** The delivery that an effect serves, where what is said of that holds for its target too. */
  private Optional<DeliveryId> promised(Effect effect) {
    return Optional.ofNullable(orders.get(effect.fence().position()))
        .filter(
            delivery -> !givenUp.contains(new GivenUp(delivery, effect.slot().target().target())));
  }
}
