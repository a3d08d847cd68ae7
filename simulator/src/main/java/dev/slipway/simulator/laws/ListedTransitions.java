package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Law 18: a rollout goes from phase to phase as its table lists, and what ended has ended. */
final class ListedTransitions implements Law {

  private final Map<DeliveryId, RolloutPhase> phases = new HashMap<>();

  @Override
  public String name() {
    return "law-18";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case DeliveryMade e -> {
        RolloutPhase before = phases.put(e.delivery().id(), RolloutPhase.WAITING);
        yield before == null ? List.of() : List.of(e.delivery().id() + " was made twice");
      }
      case RolloutStarted e -> moved(e.delivery(), e);
      case RolloutWaiting e -> moved(e.delivery(), e);
      case GuardrailJudged e -> moved(e.delivery(), e);
      case ApprovalGiven e -> moved(e.delivery(), e);
      case GuardrailBypassed e -> moved(e.delivery(), e);
      case DeliveryRejected e -> moved(e.delivery(), e);
      case JobEnded e -> moved(e.delivery(), e);
      case RolloutStuck e -> moved(e.delivery(), e);
      case RolloutSettled e -> moved(e.delivery(), e);
      case RolloutFailed e -> moved(e.delivery(), e);
      case RolloutCancelling e -> moved(e.delivery(), e);
      case RolloutCancelled e -> moved(e.delivery(), e);
      case OrderIssued e when !isAfterwards(e) -> moved(e.delivery(), e);
      case Entry _ -> List.of();
    };
  }

  /** Once it is over, who joins gets what settled, and who failed is led back. */
  private boolean isAfterwards(OrderIssued order) {
    RolloutPhase phase = phases.get(order.delivery());
    return phase == RolloutPhase.SETTLED
        || (phase == RolloutPhase.FAILED && order.step() == WayBack.STEP);
  }

  private List<String> moved(DeliveryId id, Entry entry) {
    Optional<RolloutPhase> next =
        Optional.ofNullable(phases.get(id))
            .flatMap(from -> RolloutPhase.TABLE.next(from, entry.getClass()));
    next.ifPresent(to -> phases.put(id, to));
    return next.isPresent()
        ? List.of()
        : List.of("%s: %s at %s".formatted(id, entry.getClass().getSimpleName(), phases.get(id)));
  }
}
