package dev.slipway.engine.notification;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.guardrail.CheckReading;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.notification.Cargo;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an entry tells that people may want to hear. Whatever else is said of it is looked up in the
 * world as it is after the entry, or later; what is forgotten there by then is left out.
 */
public final class Happenings {

  /** The code while people are asked. */
  private static final String APPROVAL_MISSING = "approval-missing";

  private Happenings() {}

  public static Optional<Happening> of(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentQueued e -> Optional.of(queued(world, recorded, e));
      case RolloutStarted e -> of(world, recorded, Occasion.STARTED, e.delivery(), none());
      case RolloutWaiting e when e.because().code().equals(APPROVAL_MISSING) ->
          of(
              world,
              recorded,
              Occasion.WAITING_FOR_APPROVAL,
              e.delivery(),
              Optional.of(e.because()));
      case GuardrailBypassed e ->
          of(world, recorded, Occasion.BYPASSED, e.delivery(), Optional.of(bypassed(e)));
      case RolloutStuck e ->
          of(world, recorded, Occasion.STUCK, e.delivery(), Optional.of(e.because()));
      case RolloutSettled e ->
          of(world, recorded, settled(world, e.delivery()), e.delivery(), none());
      case RolloutFailed e ->
          of(world, recorded, Occasion.FAILED, e.delivery(), Optional.of(e.because()));
      case RolloutCancelled e ->
          of(world, recorded, Occasion.CANCELLED, e.delivery(), Optional.of(e.because()));
      case Entry _ -> Optional.empty();
    };
  }

  private static Happening queued(World world, Recorded recorded, ShipmentQueued entry) {
    Optional<Change> change =
        world
            .deliveries()
            .shipments()
            .travelling(entry.shipment())
            .map(state -> state.shipment().change());
    return new Happening(
        recorded.position(),
        recorded.at(),
        Occasion.QUEUED,
        entry.placement(),
        Optional.empty(),
        Optional.of(entry.shipment()),
        change.map(it -> cargo(it, false, Optional.empty())),
        none(),
        Optional.empty());
  }

  private static Optional<Happening> of(
      World world, Recorded recorded, Occasion occasion, DeliveryId id, Optional<Reason> because) {
    Optional<Delivery> delivery = delivery(world, id);
    Optional<ShipmentId> shipment = delivery.map(Delivery::shipment);
    return Optional.of(
        new Happening(
            recorded.position(),
            recorded.at(),
            occasion,
            id.placement(),
            Optional.of(id.number()),
            shipment,
            delivery.map(d -> cargo(d.change(), d.state().isNothing(), d.base())),
            because,
            started(world, id)));
  }

  private static Cargo cargo(Change change, boolean isNothing, Optional<Integer> base) {
    return new Cargo(
        change.sha(),
        CheckReading.repository(change),
        Optional.of(change.artifact().digest()).filter(_ -> !isNothing),
        base);
  }

  private static Optional<Instant> started(World world, DeliveryId id) {
    PlacementState at = at(world, id.placement());
    return at.of(id)
        .flatMap(RolloutState::startedAt)
        .or(() ->
            at.past().stream()
                .filter(held -> held.delivery().id().equals(id))
                .findFirst()
                .flatMap(PlacementState.InForce::started));
  }

  private static Occasion settled(World world, DeliveryId id) {
    return delivery(world, id).flatMap(Delivery::restores).isPresent()
        ? Occasion.ROLLED_BACK
        : Occasion.SETTLED;
  }

  private static Reason bypassed(GuardrailBypassed entry) {
    return new Reason(
        "bypassed", "Although %s does not hold: %s".formatted(entry.guardrail(), entry.because()));
  }

  private static Optional<Delivery> delivery(World world, DeliveryId id) {
    PlacementState at = at(world, id.placement());
    return Stream.of(
            at.active().stream().map(rollout -> rollout.delivery()),
            at.inForce().stream().map(PlacementState.InForce::delivery),
            at.lastFailure().stream().map(PlacementState.Failure::delivery),
            at.past().stream().map(PlacementState.InForce::delivery))
        .flatMap(each -> each)
        .filter(delivery -> delivery.id().equals(id))
        .findFirst();
  }

  private static PlacementState at(World world, Placement placement) {
    return world.deliveries().placement(placement);
  }

  private static Optional<Reason> none() {
    return Optional.empty();
  }
}
