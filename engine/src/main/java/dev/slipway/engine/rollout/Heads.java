package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.delivery.Composition;
import dev.slipway.engine.fold.Controls.Breakdown;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.HeldBack;
import dev.slipway.engine.fold.PlacementState.Queued;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.queue.Queues;
import dev.slipway.engine.queue.Train;
import dev.slipway.engine.rollback.Choice;
import dev.slipway.engine.rollback.Holds;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is next: the first in the queue that is due, that no hold keeps away, and that does not wait
 * behind a failure, and who goes along with it. Who is kept lets others pass, and so does who waits
 * for a time, or for something to replace what failed.
 */
final class Heads {

  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private Heads() {}

  /** Makes the delivery of whoever is next, and says whether anything moved. */
  static boolean next(Deliberation d, Placement placement, PlacementState at) {
    List<ShipmentState> going = going(d, placement, at);
    Optional<ShipmentState> newest = going.stream().max(ShipmentState.BY_AGE);
    newest.ifPresent(head -> {
      going.stream()
          .filter(one -> !one.equals(head))
          .forEach(one ->
              d.write(new ShipmentJoined(placement, one.shipment().id(), head.shipment().id())));
      make(d, placement, at, head.shipment());
    });
    return newest.isPresent();
  }

  /**
   * The first in the queue that nothing keeps; in batches, with the automatic ones right behind it
   * where it is automatic itself. Nobody as long as the source has to be asked about one of them.
   */
  private static List<ShipmentState> going(Deliberation d, Placement placement, PlacementState at) {
    Optional<Breakdown> down = Train.breakdown(d, placement);
    List<ShipmentState> going = new ArrayList<>();
    for (Queued queued : at.queue()) {
      Optional<ShipmentState> known =
          d.world().deliveries().shipments().travelling(queued.shipment());
      if (known.isEmpty() || queued.held().filter(Heads::isSure).isPresent()) {
        continue;
      }
      ShipmentState one = known.orElseThrow();
      if (!one.isDueAt(d.now())) {
        one.shipment().notBefore().ifPresent(due -> d.wake(placement, due));
        continue;
      }
      if (down.filter(it -> Train.isBehind(it, one)).isPresent()) {
        continue;
      }
      if (!going.isEmpty() && !one.isAutomatic()) {
        return going;
      }
      switch (Holds.judge(d, placement, at, one.shipment())) {
        case Holds.Verdict.Free _ -> going.add(one);
        case Holds.Verdict.Open _ -> {
          return List.of();
        }
        case Holds.Verdict.Kept kept -> keep(d, placement, queued, kept);
      }
      if (!going.isEmpty() && !(one.isAutomatic() && isBatched(d, placement))) {
        return going;
      }
    }
    return going;
  }

  private static boolean isBatched(Deliberation d, Placement placement) {
    return Queues.policy(d, placement) == QueuePolicy.BATCH;
  }

  /** What is sure stays so until a hold changes. */
  private static boolean isSure(HeldBack held) {
    return !held.because().code().equals(Holds.UNKNOWN);
  }

  private static void keep(
      Deliberation d, Placement placement, Queued queued, Holds.Verdict.Kept kept) {
    HeldBack said = new HeldBack(kept.because(), kept.wayOut());
    if (!queued.held().equals(Optional.of(said))) {
      d.write(new ShipmentHeld(placement, queued.shipment(), said.because(), said.wayOut()));
    }
    if (!isSure(said)) {
      d.wake(placement, d.now().plus(ASK_AGAIN));
    }
  }

  private static void make(
      Deliberation d, Placement placement, PlacementState at, Shipment shipment) {
    switch (shipment.madeBy()) {
      case Shipment.MadeBy.Trigger _,
          Shipment.MadeBy.Joining _,
          Shipment.MadeBy.Campaign _,
          Shipment.MadeBy.Request _ ->
          d.write(new DeliveryMade(Composition.of(shipment, placement, at)));
      case Shipment.MadeBy.Rollback rollback ->
          earlier(at, rollback.to())
              .ifPresentOrElse(
                  to -> again(d, placement, at, shipment, to),
                  () -> d.write(forgotten(placement, shipment, rollback.to())));
    }
  }

  /** A job that cannot be taken back may have run since it was sent. */
  private static void again(
      Deliberation d, Placement placement, PlacementState at, Shipment shipment, Delivery to) {
    Optional<Reason> below = Choice.below(at, to);
    d.write(
        below.isPresent()
            ? new ShipmentStopped(shipment.id(), placement.environment(), below.orElseThrow())
            : new DeliveryMade(Composition.again(to, shipment, placement, at)));
  }

  private static Optional<Delivery> earlier(PlacementState at, int number) {
    return at.past().stream()
        .map(PlacementState.InForce::delivery)
        .filter(delivery -> delivery.id().number() == number)
        .findFirst();
  }

  private static ShipmentStopped forgotten(Placement placement, Shipment shipment, int number) {
    return new ShipmentStopped(
        shipment.id(),
        placement.environment(),
        new Reason(
            "delivery-forgotten",
            "%s#%d is too long ago to go back to; the last %d that were in force are kept."
                .formatted(placement, number, PlacementState.PAST_MAX)));
  }
}
