package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a span recorded, by what it is asked for. Not changed once it is built. */
final class Recollection {

  private final Map<Position, List<Entry>> byCause = new HashMap<>();
  private final Map<ShipmentId, Shipment> shipments = new HashMap<>();
  private final Map<DeliveryId, ShipmentId> deliveries = new HashMap<>();
  private final Map<Content, ApplicationDefinition> definitions = new HashMap<>();
  private final Map<Sha, Artifact> artifacts = new HashMap<>();
  private final Set<Sha> held = new HashSet<>();

  /** What a commit said of an application. */
  private record Content(ApplicationName application, Sha sha) {}

  Recollection(Span span) {
    span.before().deliveries().shipments().travelling().values().forEach(s -> learn(s.shipment()));
    span.before().deliveries().placements().values().forEach(this::learn);
    span.entries().forEach(this::learn);
  }

  private void learn(PlacementState at) {
    at.past().forEach(past -> deliveries.put(past.delivery().id(), past.delivery().shipment()));
    at.active().ifPresent(it -> deliveries.put(it.delivery().id(), it.delivery().shipment()));
  }

  private void learn(Recorded recorded) {
    recorded
        .cause()
        .ifPresent(
            cause -> byCause.computeIfAbsent(cause, _ -> new ArrayList<>()).add(recorded.entry()));
    switch (recorded.entry()) {
      case ShipmentMade e -> learn(e.shipment());
      case DeliveryMade e -> deliveries.put(e.delivery().id(), e.delivery().shipment());
      case ShipmentHeld e ->
          shipment(e.shipment()).ifPresent(shipment -> held.add(shipment.change().sha()));
      case ApplicationDefined e when e.origin() instanceof Origin.Commit(Sha sha) ->
          definitions.put(new Content(e.definition().name(), sha), e.definition());
      case Entry _ -> {}
    }
  }

  private void learn(Shipment shipment) {
    shipments.put(shipment.id(), shipment);
    artifacts.put(shipment.change().sha(), shipment.change().artifact());
    definitions.putIfAbsent(
        new Content(shipment.application(), shipment.change().sha()), shipment.definition());
  }

  /** What followed from a cause, of one kind. */
  <E extends Entry> Stream<E> followed(Position cause, Class<E> kind) {
    return byCause.getOrDefault(cause, List.of()).stream().filter(kind::isInstance).map(kind::cast);
  }

  Optional<Shipment> shipment(ShipmentId id) {
    return Optional.ofNullable(shipments.get(id));
  }

  /** What brought a delivery that really was made. */
  Optional<ShipmentId> broughtBy(DeliveryId delivery) {
    return Optional.ofNullable(deliveries.get(delivery));
  }

  Optional<ApplicationDefinition> definition(ApplicationName application, Sha sha) {
    return Optional.ofNullable(definitions.get(new Content(application, sha)));
  }

  Optional<Artifact> artifact(Sha sha) {
    return Optional.ofNullable(artifacts.get(sha));
  }

  /** Whether a hold really kept a commit away. */
  boolean wasHeld(Sha sha) {
    return held.contains(sha);
  }
}
