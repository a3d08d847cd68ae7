package dev.slipway.views.row;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.RefName;
import dev.slipway.model.Scope;
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

/**
 * A shipment and its way.
 *
 * @param event the position of the event that it comes from; absent for a request
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
    Position position,
    Instant at,
    Optional<Position> event)
    implements Row {

  /** Where a shipment stands as a whole. */
  public enum State {
    TRAVELLING,
    ARRIVED,
    STOPPED,
    SUPERSEDED
  }

  public ShipmentRow {
    stops = List.copyOf(stops);
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
        id, application, sha, ref, madeBy, force, parameters, all, position, at, event);
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
        "application", application.value(), "state", state().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Scope scope() {
    return new Scope.OfApplication(application);
  }
}
