package dev.slipway.engine.fold;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.state.Delivery;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One application in one environment.
 *
 * @param lastNumber the number of the delivery made last, 0 before the first
 * @param inForce what the environment holds
 * @param active the one rollout
 * @param queue what waits, in the order of arrival
 * @param lastFailure the rollout that failed last
 */
public record PlacementState(
    int lastNumber,
    Optional<InForce> inForce,
    Optional<RolloutState> active,
    PVector<Queued> queue,
    Optional<Failure> lastFailure) {

  public static final PlacementState EMPTY =
      new PlacementState(
          0, Optional.empty(), Optional.empty(), TreePVector.empty(), Optional.empty());

  /**
   * The delivery that an environment holds, and since when.
   *
   * @param shipment what brought it
   */
  public record InForce(Delivery delivery, Optional<ShipmentState> shipment, Instant since) {}

  /** A shipment that waits here. */
  public record Queued(ShipmentId shipment, Position position, Instant since) {}

  /** A rollout that ended without reaching its delivery. */
  public record Failure(Delivery delivery, Reason because, Instant at) {}

  PlacementState queued(ShipmentId shipment, Recorded recorded) {
    return queue(queue.plus(new Queued(shipment, recorded.position(), recorded.at())));
  }

  /** The shipment leaves: out of the queue, and out of the head where no order has left. */
  PlacementState left(ShipmentId shipment) {
    Optional<RolloutState> kept =
        active.filter(r -> !(r.isWaiting() && r.delivery().shipment().equals(shipment)));
    return new PlacementState(lastNumber, inForce, kept, without(shipment), lastFailure);
  }

  PlacementState made(Delivery delivery, Instant at) {
    return new PlacementState(
        delivery.id().number(),
        inForce,
        Optional.of(RolloutState.made(delivery, at)),
        without(delivery.shipment()),
        lastFailure);
  }

  PlacementState rollout(DeliveryId delivery, UnaryOperator<RolloutState> change) {
    return new PlacementState(
        lastNumber,
        inForce,
        active.map(r -> r.delivery().id().equals(delivery) ? change.apply(r) : r),
        queue,
        lastFailure);
  }

  PlacementState settled(DeliveryId delivery, Optional<ShipmentState> shipment, Instant at) {
    return of(delivery)
        .map(r -> new InForce(r.delivery(), shipment, at))
        .map(f -> ended(Optional.of(f), lastFailure))
        .orElse(this);
  }

  PlacementState failed(DeliveryId delivery, Reason because, Instant at) {
    return of(delivery)
        .map(r -> new Failure(r.delivery(), because, at))
        .map(f -> ended(inForce, Optional.of(f)))
        .orElse(this);
  }

  /** The active rollout, when it is to this delivery. */
  public Optional<RolloutState> of(DeliveryId delivery) {
    return active.filter(r -> r.delivery().id().equals(delivery));
  }

  /** Whether a shipment waits or rolls out here. */
  boolean holds(ShipmentId shipment) {
    return queue.stream().anyMatch(q -> q.shipment().equals(shipment))
        || active.filter(r -> r.delivery().shipment().equals(shipment)).isPresent();
  }

  private PVector<Queued> without(ShipmentId shipment) {
    return queue.minusAll(queue.stream().filter(q -> q.shipment().equals(shipment)).toList());
  }

  private PlacementState queue(PVector<Queued> changed) {
    return new PlacementState(lastNumber, inForce, active, changed, lastFailure);
  }

  private PlacementState ended(Optional<InForce> force, Optional<Failure> failure) {
    return new PlacementState(lastNumber, force, Optional.empty(), queue, failure);
  }
}
