package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Remark;
import dev.slipway.model.Scope;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetName;
import dev.slipway.model.state.Shipment.MadeBy;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What runs of one application in one environment.
 *
 * @param place the environment's place on the application's route, from 0
 * @param active the number of the delivery that has not ended
 * @param slots what each target last said
 * @param pause who paused it, while it is
 * @param external what other tools brought
 */
public record PlacementRow(
    Placement placement,
    int place,
    Optional<InForce> inForce,
    Optional<Integer> active,
    List<Queued> queue,
    Optional<Failure> failure,
    List<SlotRow> slots,
    Optional<Pause> pause,
    Optional<External> external)
    implements Row {

  /**
   * What other tools brought.
   *
   * @param last what ended last, however it did
   * @param succeeded what succeeded last
   */
  public record External(ExternalRow last, Optional<ExternalRow> succeeded) {}

  /** Who paused, why and when. */
  public record Pause(ActorId by, Remark because, Instant at) {}

  /**
   * The delivery in force.
   *
   * @param bypassed which guardrails it went past
   */
  public record InForce(
      int number,
      Sha sha,
      Optional<RefName> ref,
      ShipmentId shipment,
      List<BypassRow> bypassed,
      Instant since) {
    public InForce {
      bypassed = List.copyOf(bypassed);
    }
  }

  /**
   * A shipment that waits.
   *
   * @param held why a hold keeps it away, where one does, and the command that would let it go
   */
  public record Queued(
      ShipmentId shipment,
      Sha sha,
      Optional<RefName> ref,
      MadeBy madeBy,
      Instant since,
      Optional<Held> held) {

    public Queued held(Optional<Held> now) {
      return new Queued(shipment, sha, ref, madeBy, since, now);
    }
  }

  /** Why a shipment is held, and the way out. */
  public record Held(Reason because, String wayOut) {}

  /** The newest delivery that failed. */
  public record Failure(int number, Sha sha, Reason because, Instant at) {}

  public PlacementRow {
    queue = List.copyOf(queue);
    slots = List.copyOf(slots);
  }

  /** A placement to which nothing was delivered. */
  public static PlacementRow empty(Placement placement) {
    return new PlacementRow(
        placement,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  public PlacementRow at(int onRoute) {
    return new PlacementRow(
        placement, onRoute, inForce, active, queue, failure, slots, pause, external);
  }

  public PlacementRow inForce(InForce now) {
    return new PlacementRow(
        placement,
        place,
        Optional.of(now),
        Optional.empty(),
        queue,
        Optional.empty(),
        slots,
        pause,
        external);
  }

  public PlacementRow active(Optional<Integer> number) {
    return new PlacementRow(
        placement, place, inForce, number, queue, failure, slots, pause, external);
  }

  public PlacementRow failed(Failure because) {
    return new PlacementRow(
        placement,
        place,
        inForce,
        Optional.empty(),
        queue,
        Optional.of(because),
        slots,
        pause,
        external);
  }

  public PlacementRow queue(List<Queued> waiting) {
    return new PlacementRow(
        placement, place, inForce, active, waiting, failure, slots, pause, external);
  }

  public PlacementRow paused(Optional<Pause> now) {
    return new PlacementRow(
        placement, place, inForce, active, queue, failure, slots, now, external);
  }

  public PlacementRow external(External now) {
    return new PlacementRow(
        placement, place, inForce, active, queue, failure, slots, pause, Optional.of(now));
  }

  /** The same, without what a target said that is gone. */
  public PlacementRow without(TargetName target) {
    return new PlacementRow(
        placement,
        place,
        inForce,
        active,
        queue,
        failure,
        slots.stream().filter(one -> !one.target().equals(target)).toList(),
        pause,
        external);
  }

  /** With what changed at one target. */
  public PlacementRow slot(TargetName target, UnaryOperator<SlotRow> change) {
    List<SlotRow> others = slots.stream().filter(one -> !one.target().equals(target)).toList();
    SlotRow slot =
        slots.stream()
            .filter(one -> one.target().equals(target))
            .findFirst()
            .orElseGet(() -> SlotRow.of(target));
    return new PlacementRow(
        placement,
        place,
        inForce,
        active,
        queue,
        failure,
        Stream.concat(others.stream(), Stream.of(change.apply(slot))).toList(),
        pause,
        external);
  }

  @Override
  public String key() {
    return placement.toString();
  }

  @Override
  public String order() {
    return placement.application() + "/" + "%03d".formatted(place) + "/" + placement.environment();
  }

  @Override
  public Map<String, String> columns() {
    return Map.of(
        "application", placement.application().value(),
        "environment", placement.environment().value());
  }

  @Override
  public Scope scope() {
    return new Scope.OfPlacement(placement);
  }
}
