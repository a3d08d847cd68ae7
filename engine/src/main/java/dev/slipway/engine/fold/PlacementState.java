package dev.slipway.engine.fold;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.OrderIssued;
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
 * @param queue what waits, in the order of arrival or as people ordered it
 * @param lastFailure the rollout that failed last
 * @param past what was in force, the present one included, the oldest first; of more than {@value
 *     #PAST_MAX} the oldest is forgotten
 * @param controls what people and rollbacks have laid on it
 * @param jobs what became of the effects of its deliveries
 * @param inLine since when it waits for its turn among all that its environment lets go at once,
 *     whichever of its deliveries does
 */
public record PlacementState(
    int lastNumber,
    Optional<InForce> inForce,
    Optional<RolloutState> active,
    PVector<Queued> queue,
    Optional<Failure> lastFailure,
    PVector<InForce> past,
    Controls controls,
    Jobs jobs,
    Optional<Instant> inLine) {

  public static final int PAST_MAX = 50;

  public static final PlacementState EMPTY =
      new PlacementState(
          0,
          Optional.empty(),
          Optional.empty(),
          TreePVector.empty(),
          Optional.empty(),
          TreePVector.empty(),
          Controls.NONE,
          Jobs.NONE,
          Optional.empty());

  /**
   * The delivery that an environment holds, and since when.
   *
   * @param shipment what brought it
   * @param started when its rollout started
   * @param troubled when a target last said that it was not as ordered, or that it is so again
   */
  public record InForce(
      Delivery delivery,
      Optional<ShipmentState> shipment,
      Instant since,
      Optional<Instant> started,
      Optional<Instant> troubled) {

    /** Since when nothing was heard that is not as it should be. */
    public Instant soundSince() {
      return troubled.filter(since::isBefore).orElse(since);
    }

    private InForce troubledAt(Instant at) {
      return new InForce(delivery, shipment, since, started, Optional.of(at));
    }
  }

  /**
   * A shipment that waits here.
   *
   * @param held by what, where a hold keeps it away
   */
  public record Queued(
      ShipmentId shipment, Position position, Instant since, Optional<HeldBack> held) {}

  /** Why a hold keeps a shipment away, and the command that would let it go on. */
  public record HeldBack(Reason because, String wayOut) {}

  /** A rollout that ended without reaching its delivery. */
  public record Failure(Delivery delivery, Reason because, Instant at) {

    /** Whether someone ended it, so that what was in force holds as before. */
    public boolean wasCancelled() {
      return because.code().equals(CANCELLED);
    }
  }

  /** The code of the reason why a cancelled rollout ended. */
  public static final String CANCELLED = "cancelled";

  PlacementState queued(ShipmentId shipment, Recorded recorded) {
    return queue(queue.plus(waiting(shipment, recorded)));
  }

  /** A rollback goes before all that waits. */
  PlacementState queuedFirst(ShipmentId shipment, Recorded recorded) {
    return queue(queue.plus(0, waiting(shipment, recorded)));
  }

  private static Queued waiting(ShipmentId shipment, Recorded recorded) {
    return new Queued(shipment, recorded.position(), recorded.at(), Optional.empty());
  }

  /** Another place in the queue; before whoever is named, and at the end without one. */
  PlacementState moved(ShipmentId shipment, Optional<ShipmentId> before) {
    return queue(Standing.moved(queue, shipment, before));
  }

  PlacementState heldBack(ShipmentId shipment, HeldBack by) {
    return queue(Standing.held(queue, q -> q.shipment().equals(shipment), Optional.of(by)));
  }

  /** What holds has changed, so what was said of shipments is void. */
  PlacementState holding(Controls changed) {
    return controlled(changed).queue(Standing.held(queue, _ -> true, Optional.empty()));
  }

  /** The shipment leaves: out of the queue, and out of the head where no order has left. */
  PlacementState left(ShipmentId shipment) {
    Optional<RolloutState> kept =
        active.filter(r -> !(r.isWaiting() && r.delivery().shipment().equals(shipment)));
    return with(kept, Standing.without(queue, shipment));
  }

  /** The shipment ends here; who waited for a turn with it waits for none any more. */
  PlacementState stopped(ShipmentId shipment) {
    PlacementState after = left(shipment);
    return active.isPresent() && after.active.isEmpty() ? after.outOfLine() : after;
  }

  /** A newer one took the place of a shipment, wherever it was. */
  PlacementState passed(ShipmentId shipment) {
    Optional<RolloutState> kept = active.filter(r -> !r.delivery().shipment().equals(shipment));
    return with(kept, Standing.without(queue, shipment));
  }

  PlacementState made(Delivery delivery, Instant at) {
    return new PlacementState(
        delivery.id().number(),
        inForce,
        Optional.of(RolloutState.made(delivery, at)),
        Standing.without(queue, delivery.shipment()),
        lastFailure,
        past,
        controls,
        jobs,
        inLine);
  }

  PlacementState rollout(DeliveryId delivery, UnaryOperator<RolloutState> change) {
    return with(active.map(r -> r.delivery().id().equals(delivery) ? change.apply(r) : r), queue);
  }

  PlacementState settled(DeliveryId delivery, Optional<ShipmentState> shipment, Instant at) {
    return of(delivery)
        .map(r -> new InForce(r.delivery(), shipment, at, r.startedAt(), Optional.empty()))
        .map(f -> ended(Optional.of(f), lastFailure).with(f))
        .orElse(this);
  }

  /** A target said that it was not as ordered, or that it is so again; of what is in force. */
  PlacementState troubled(SlotState.Ordered order, Instant at) {
    return inForce
        .filter(held -> order.leadsTo(held.delivery().id()))
        .map(held -> held.troubledAt(at))
        .map(held ->
            new PlacementState(
                lastNumber,
                Optional.of(held),
                active,
                queue,
                lastFailure,
                past.isEmpty() ? past : past.with(past.size() - 1, held),
                controls,
                jobs,
                inLine))
        .orElse(this);
  }

  PlacementState failed(DeliveryId delivery, Reason because, Instant at) {
    return of(delivery)
        .map(r -> new Failure(r.delivery(), because, at))
        .map(f -> ended(inForce, Optional.of(f)))
        .orElse(this);
  }

  private PlacementState with(InForce held) {
    PVector<InForce> all = past.plus(held);
    return new PlacementState(
        lastNumber,
        inForce,
        active,
        queue,
        lastFailure,
        all.size() > PAST_MAX ? all.minus(0) : all,
        controls,
        jobs,
        inLine);
  }

  PlacementState controlled(Controls changed) {
    return new PlacementState(
        lastNumber, inForce, active, queue, lastFailure, past, changed, jobs, inLine);
  }

  PlacementState jobs(Jobs changed) {
    return new PlacementState(
        lastNumber, inForce, active, queue, lastFailure, past, controls, changed, inLine);
  }

  /** A job of the delivery that is on its way was ordered of a target. */
  PlacementState ordered(OrderIssued entry, JobName name, Instant at) {
    return of(entry.delivery())
        .flatMap(rollout ->
            rollout
                .job(name)
                .map(job ->
                    jobs.ordered(
                        entry.delivery(),
                        job,
                        entry.slot().target().target(),
                        entry.attempt(),
                        rollout.deadline(at))))
        .map(this::jobs)
        .orElse(this);
  }

  /** It waits for its turn from now on, unless it does already. */
  PlacementState linedUp(Instant at) {
    return inLine(inLine.or(() -> Optional.of(at)));
  }

  /** It waits for no turn any more. */
  PlacementState outOfLine() {
    return inLine(Optional.empty());
  }

  private PlacementState inLine(Optional<Instant> since) {
    return new PlacementState(
        lastNumber, inForce, active, queue, lastFailure, past, controls, jobs, since);
  }

  /** The active rollout, when it is to this delivery. */
  public Optional<RolloutState> of(DeliveryId delivery) {
    return active.filter(r -> r.delivery().id().equals(delivery));
  }

  /** Whether a delivery is on its way here, and bakes before it settles. */
  public boolean bakes(DeliveryId delivery) {
    return of(delivery).filter(RolloutState::isBaked).isPresent();
  }

  /**
   * Where an order comes from. The first states of a delivery lead there from what is in force, and
   * from nothing once it is in force itself; {@link WayBack} leads to what is in force, whichever
   * delivery it leads away from.
   */
  public Optional<Delivery> from(DeliveryId delivery, int step) {
    return inForce
        .map(InForce::delivery)
        .filter(held -> step == WayBack.STEP || !held.id().equals(delivery));
  }

  /** Whether a shipment waits or rolls out here. */
  boolean holds(ShipmentId shipment) {
    return queue.stream().anyMatch(q -> q.shipment().equals(shipment))
        || active.filter(r -> r.delivery().shipment().equals(shipment)).isPresent();
  }

  private PlacementState queue(PVector<Queued> changed) {
    return with(active, changed);
  }

  private PlacementState with(Optional<RolloutState> rollout, PVector<Queued> waiting) {
    return new PlacementState(
        lastNumber, inForce, rollout, waiting, lastFailure, past, controls, jobs, inLine);
  }

  private PlacementState ended(Optional<InForce> force, Optional<Failure> failure) {
    return new PlacementState(
        lastNumber, force, Optional.empty(), queue, failure, past, controls, jobs, inLine);
  }
}
