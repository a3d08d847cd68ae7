package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A changeset and its way along the route.
 *
 * @param contains what went together with it
 * @param event the position of the event that it comes from
 * @param set with which others it is delivered as one
 */
public record Shipment(
    String id,
    String application,
    String sha,
    Optional<String> ref,
    ShipmentState state,
    MadeBy madeBy,
    boolean force,
    Map<String, String> parameters,
    List<Stop> stops,
    List<ContainedShipment> contains,
    Instant madeAt,
    long position,
    Optional<Long> event,
    Optional<String> set) {
  public Shipment {
    parameters = Map.copyOf(parameters);
    stops = List.copyOf(stops);
    contains = List.copyOf(contains);
  }
}
