package dev.slipway.engine.fold;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PlacementResumed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.StepContinued;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** What travels and what is held: shipments, placements with their rollouts, slots. */
public record Deliveries(
    Shipments shipments,
    PSortedMap<Placement, PlacementState> placements,
    PSortedMap<Slot, SlotState> slots) {

  public static final Deliveries NONE =
      new Deliveries(Shipments.NONE, TreePMap.empty(), TreePMap.empty());

  /** A placement that nothing ever came to is empty. */
  public PlacementState placement(Placement placement) {
    return placements.getOrDefault(placement, PlacementState.EMPTY);
  }

  public SlotState slot(Slot slot) {
    return slots.getOrDefault(slot, SlotState.EMPTY);
  }

  /** Where a shipment waits or rolls out now; empty when it does neither anywhere. */
  public Optional<Placement> whereabouts(ShipmentId id) {
    return shipments
        .travelling(id)
        .flatMap(state ->
            state.shipment().travel().stream()
                .map(stop -> new Placement(state.shipment().application(), stop))
                .filter(at -> placement(at).holds(id))
                .findFirst());
  }

  Deliveries with(ShipmentMade entry, Recorded recorded) {
    return new Deliveries(shipments.made(entry.shipment(), recorded), placements, slots);
  }

  Deliveries with(ShipmentQueued entry, Recorded recorded) {
    boolean first = shipments.isRollback(entry.shipment());
    return placement(
        entry.placement(),
        p ->
            first
                ? p.queuedFirst(entry.shipment(), recorded)
                : p.queued(entry.shipment(), recorded));
  }

  Deliveries with(ShipmentJoined entry) {
    return placement(entry.placement(), p -> p.left(entry.shipment())).ended(entry.shipment());
  }

  Deliveries with(ShipmentMoved entry) {
    return placement(entry.placement(), p -> p.moved(entry.shipment(), entry.before()));
  }

  Deliveries with(ShipmentSuperseded entry) {
    return placement(entry.placement(), p -> p.passed(entry.shipment())).ended(entry.shipment());
  }

  Deliveries with(ShipmentStopped entry) {
    return shipments
        .travelling(entry.shipment())
        .map(s -> new Placement(s.shipment().application(), entry.at()))
        .map(at -> placement(at, p -> p.stopped(entry.shipment())).ended(entry.shipment()))
        .orElse(this);
  }

  Deliveries with(DeliveryMade entry, Recorded recorded) {
    Delivery delivery = entry.delivery();
    return placement(delivery.id().placement(), p -> p.made(delivery, recorded.at()));
  }

  Deliveries with(RolloutStarted entry, Recorded recorded) {
    return rollout(entry.delivery(), r -> r.started(entry, recorded.at()))
        .placement(entry.delivery().placement(), PlacementState::outOfLine);
  }

  Deliveries with(RolloutWaiting entry) {
    return rollout(entry.delivery(), r -> r.waiting(entry));
  }

  Deliveries with(StepContinued entry) {
    return rollout(entry.delivery(), r -> r.gated(entry, r.gated().with(entry)));
  }

  Deliveries with(MemberExcluded entry) {
    return rollout(entry.delivery(), r -> r.excluded(entry));
  }

  Deliveries with(RolloutStuck entry) {
    return rollout(entry.delivery(), r -> r.stuck(entry));
  }

  Deliveries with(RolloutSettled entry, Recorded recorded) {
    DeliveryId id = entry.delivery();
    Optional<ShipmentState> shipment =
        placement(id.placement())
            .of(id)
            .flatMap(r -> shipments.travelling(r.delivery().shipment()));
    Deliveries settled =
        Breakdowns.settled(
            placement(id.placement(), p -> p.settled(id, shipment, recorded.at())), id, shipment);
    return shipment
        .filter(s -> s.after(id.placement().environment()).isEmpty())
        .map(s -> settled.ended(s.shipment().id()))
        .orElse(settled);
  }

  Deliveries with(RolloutFailed entry, Recorded recorded) {
    DeliveryId id = entry.delivery();
    return Breakdowns.failed(
        placement(id.placement(), p -> p.failed(id, entry.because(), recorded.at())),
        entry,
        recorded.position());
  }

  Deliveries with(RolloutCancelling entry, Recorded recorded) {
    List<TargetName> runners = Runners.of(slots, entry.delivery(), SlotState.Ordered::runsJob);
    return rollout(entry.delivery(), r -> r.cancelling(entry, runners, recorded.at()));
  }

  Deliveries with(RolloutCancelled entry, Recorded recorded) {
    DeliveryId id = entry.delivery();
    return placement(id.placement(), p -> p.failed(id, entry.because(), recorded.at()));
  }

  Deliveries with(PlacementPaused entry, Recorded recorded) {
    return placement(
        entry.placement(), p -> p.controlled(p.controls().paused(entry, recorded.at())));
  }

  Deliveries with(PlacementResumed entry) {
    return placement(entry.placement(), p -> p.controlled(p.controls().resumed()));
  }

  Deliveries with(InputsHeld entry) {
    return placement(entry.placement(), p -> p.holding(p.controls().held(entry.hold())));
  }

  Deliveries with(HoldLifted entry) {
    return placement(entry.placement(), p -> p.holding(p.controls().lifted(entry.rollback())));
  }

  Deliveries with(HoldFixed entry) {
    return placement(entry.placement(), p -> p.holding(p.controls().fixed(entry.fixedBy())));
  }

  Deliveries with(ShipmentHeld entry) {
    return placement(
        entry.placement(),
        p ->
            p.heldBack(
                entry.shipment(), new PlacementState.HeldBack(entry.because(), entry.wayOut())));
  }

  Deliveries with(OrderIssued entry, Recorded recorded) {
    Deliveries ordered =
        entry
            .job()
            .map(job ->
                placement(
                    entry.delivery().placement(),
                    p ->
                        p.ordered(entry, job, recorded.at())
                            .rollout(entry.delivery(), r -> r.goesOn(entry))))
            .orElseGet(() ->
                rollout(
                    entry.delivery(), r -> r.ordered(entry, recorded.position(), recorded.at())));
    SlotState slot = slot(entry.slot());
    PlacementState at = placement(entry.delivery().placement());
    Optional<Delivery> from = at.from(entry.delivery(), entry.step());
    boolean bakes = at.bakes(entry.delivery());
    return known(entry.delivery(), slot)
        .map(d -> slot.ordered(entry, d, from, bakes, recorded.position()))
        .map(next -> ordered.plus(entry.slot(), next))
        .orElse(ordered);
  }

  Deliveries with(OutcomeDecided entry, Recorded recorded) {
    Optional<Reason> because = Decided.because(entry);
    return entry
        .job()
        .map(name ->
            job(
                entry.delivery(),
                name,
                (jobs, job) ->
                    jobs.decided(entry.delivery(), job, Decided.ofJob(entry.verdict()), because)))
        .orElseGet(() ->
            rollout(
                entry.delivery(),
                r ->
                    r.heard(
                        entry.slot().target().target(),
                        Decided.ofMember(entry.verdict()),
                        because,
                        recorded.at())));
  }

  /** A job has ended; who stands for it is to be as the delivery says again. */
  Deliveries with(JobEnded entry, Recorded recorded) {
    DeliveryId id = entry.delivery();
    List<TargetName> runners = Runners.of(slots, id, order -> order.runs(entry.job()));
    return placement(
        id.placement(),
        p ->
            p.jobs(p.jobs().ended(entry)).rollout(id, r -> r.ended(entry, runners, recorded.at())));
  }

  /** What is heard of a job, whether its delivery is still on its way or not. */
  Deliveries jobs(Placement placement, UnaryOperator<Jobs> change) {
    return placement(placement, p -> p.jobs(change.apply(p.jobs())));
  }

  /** What is decided of a job of a delivery that is on its way. */
  private Deliveries job(DeliveryId id, JobName name, BiFunction<Jobs, DesiredJob, Jobs> change) {
    return placement(
        id.placement(),
        p ->
            p.of(id)
                .flatMap(rollout -> rollout.job(name))
                .map(job -> p.jobs(change.apply(p.jobs(), job)))
                .orElse(p));
  }

  Deliveries rollout(DeliveryId delivery, UnaryOperator<RolloutState> change) {
    return placement(delivery.placement(), p -> p.rollout(delivery, change));
  }

  Deliveries plus(Slot slot, SlotState state) {
    return new Deliveries(shipments, placements, slots.plus(slot, state));
  }

  Deliveries troubled(SlotState.Ordered order, Instant at) {
    return placement(order.delivery().id().placement(), p -> p.troubled(order, at));
  }

  /** The content of a delivery that is on its way, or in force, or was ordered of a slot last. */
  private Optional<Delivery> known(DeliveryId id, SlotState slot) {
    PlacementState at = placement(id.placement());
    return at.of(id)
        .map(RolloutState::delivery)
        .or(() -> at.inForce().map(f -> f.delivery()).filter(d -> d.id().equals(id)))
        .or(() -> slot.ordered().map(o -> o.delivery()).filter(d -> d.id().equals(id)));
  }

  private Deliveries ended(ShipmentId shipment) {
    return new Deliveries(shipments.ended(shipment), placements, slots);
  }

  Deliveries placement(Placement placement, UnaryOperator<PlacementState> change) {
    PlacementState changed = change.apply(placement(placement));
    return new Deliveries(shipments, placements.plus(placement, changed), slots);
  }
}
