package dev.slipway.views.row;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.RefName;
import dev.slipway.model.Scope;
import dev.slipway.model.SetId;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.state.Shipment.MadeBy;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A shipment and its way.
 *
 * @param contains what went together with it, the newest last; of more than {@value #CONTAINS_MAX}
 *     the oldest is left out
 * @param event the position of the event that it comes from; absent for a request
 * @param set with which others it is delivered as one
 */
public record ShipmentRow(
    ShipmentId id,
    ApplicationName application,
    Sha sha,
    Optional<RefName> ref,
    MadeBy madeBy,
    boolean force,
    SortedMap<String, String> parameters,
    List<StopRow> stops,
    List<Contained> contains,
    Position position,
    Instant at,
    Optional<Position> event,
    Optional<SetId> set)
    implements Row {

  public static final int CONTAINS_MAX = 100;

  /** An older shipment that went together with one. */
  public record Contained(ShipmentId shipment, Sha sha, Optional<RefName> ref) {}

  /** Where a shipment stands as a whole. */
  public enum State {
    TRAVELLING,
    ARRIVED,
    STOPPED,
    SUPERSEDED
  }

  public ShipmentRow {
    stops = List.copyOf(stops);
    contains = List.copyOf(contains);
  }

  public State state() {
    if (any(StopRow.State.SUPERSEDED)) {
      return State.SUPERSEDED;
    }
    if (any(StopRow.State.STOPPED) || any(StopRow.State.FAILED)) {
      return State.STOPPED;
    }
    return stops.stream().allMatch(stop -> stop.state() == StopRow.State.ARRIVED)
        ? State.ARRIVED
        : State.TRAVELLING;
  }

  private boolean any(StopRow.State state) {
    return stops.stream().anyMatch(stop -> stop.state() == state);
  }

  public ShipmentRow withStop(StopRow changed) {
    List<StopRow> all =
        stops.stream()
            .map(stop -> stop.environment().equals(changed.environment()) ? changed : stop)
            .toList();
    return new ShipmentRow(
        id,
        application,
        sha,
        ref,
        madeBy,
        force,
        parameters,
        all,
        contains,
        position,
        at,
        event,
        set);
  }

  /** The same with another that went along, and with what that contains. */
  public ShipmentRow containing(ShipmentRow other) {
    Stream<Contained> one = Stream.of(new Contained(other.id, other.sha, other.ref));
    List<Contained> all =
        Stream.of(contains.stream(), other.contains.stream(), one).flatMap(each -> each).toList();
    List<Contained> kept = all.subList(Math.max(0, all.size() - CONTAINS_MAX), all.size());
    return new ShipmentRow(
        id,
        application,
        sha,
        ref,
        madeBy,
        force,
        parameters,
        stops,
        kept,
        position,
        at,
        event,
        set);
  }

  public Optional<StopRow> stop(EnvironmentName environment) {
    return stops.stream().filter(stop -> stop.environment().equals(environment)).findFirst();
  }

  @Override
  public String key() {
    return id.value();
  }

  @Override
  public String order() {
    return Orders.of(position);
  }

  @Override
  public Map<String, String> columns() {
    return Map.of(
        "application", application.value(),
        "state", state().name().toLowerCase(Locale.ROOT),
        "campaign", campaign());
  }

  /** The campaign that it belongs to; empty where it belongs to none. */
  private String campaign() {
    return madeBy instanceof MadeBy.Campaign made ? made.campaign().value() : "";
  }

  /** One that goes to a single environment lies there. */
  @Override
  public Scope scope() {
    return stops.size() == 1
        ? new Scope.OfPlacement(new Placement(application, stops.getFirst().environment()))
        : new Scope.OfApplication(application);
  }
}
