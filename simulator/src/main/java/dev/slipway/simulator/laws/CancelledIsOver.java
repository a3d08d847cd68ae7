package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Entry;
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
 * person said what became of a target that did not answer, nobody can promise it.
 */
final class CancelledIsOver implements Law {

  private final Map<Position, DeliveryId> orders = new HashMap<>();
  private final Set<DeliveryId> cancelled = new HashSet<>();
  private final Set<DeliveryId> onAWord = new HashSet<>();
  private final Set<Effect> running = new HashSet<>();

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
        onAWord.add(e.delivery());
        yield List.of();
      }
      case RolloutCancelled e when !onAWord.contains(e.delivery()) -> {
        cancelled.add(e.delivery());
        yield running.stream()
            .filter(effect -> servedBy(effect).filter(e.delivery()::equals).isPresent())
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
        yield servedBy(began.effect()).filter(cancelled::contains).stream()
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

  private Optional<DeliveryId> servedBy(Effect effect) {
    return Optional.ofNullable(orders.get(effect.fence().position()));
  }
}
