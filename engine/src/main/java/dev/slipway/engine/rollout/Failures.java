package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.rollback.AutomaticRollback;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.state.Delivery;

/**
 * A rollout failed: its shipment stops, and where its owners want it, what was in force before
 * comes back, unless nothing of it was touched. A rollback that fails is the end of it: it says so,
 * and nothing more is tried.
 */
final class Failures {

  private Failures() {}

  static void fail(Deliberation d, Delivery delivery, Reason because) {
    Placement placement = delivery.id().placement();
    boolean wasRollback = d.world().deliveries().shipments().isRollback(delivery.shipment());
    boolean untouched = isUntouched(d, delivery);
    Reason why = wasRollback ? twice(delivery, because) : once(d, delivery, because);
    d.write(new RolloutFailed(delivery.id(), why));
    d.write(new ShipmentStopped(delivery.shipment(), placement.environment(), why));
    if (!wasRollback && !untouched) {
      AutomaticRollback.after(d, delivery);
    }
    Onlookers.needed(d, placement);
  }

  /** A job failed before anything was ordered, so all that is in force is as it was. */
  private static boolean isUntouched(Deliberation d, Delivery delivery) {
    return d.placement(delivery.id().placement()).of(delivery.id()).stream()
        .flatMap(rollout -> rollout.members().values().stream())
        .allMatch(member -> member.attempt() == 0);
  }

  private static Reason once(Deliberation d, Delivery delivery, Reason because) {
    return AutomaticRollback.refusal(d, delivery)
        .map(kept ->
            new Reason(
                because.code(),
                "%s It is not rolled back by itself: %s"
                    .formatted(because.sentence(), kept.sentence())))
        .orElse(because);
  }

  private static Reason twice(Delivery delivery, Reason because) {
    return new Reason(
        "rollback-failed",
        "The rollback %s failed too, and nothing more is tried by itself: %s"
            .formatted(delivery.id(), because.sentence()));
  }
}
