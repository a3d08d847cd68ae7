package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.ResourcePolicy;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Shipment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 50: what starts where a resource is asked for finds it at that version or beyond, by what was
 * said last of that place; likewise what is approved, goes a step further or settles where it is
 * asked for before that. Its owner is asked for each version and place at most once.
 */
final class OutsideFirst implements Law {

  private final Map<ResourceName, ResourceVersion> everywhere = new HashMap<>();
  private final Map<There, ResourceVersion> single = new HashMap<>();
  private final Set<Wanted> asked = new HashSet<>();
  private final Set<ShipmentId> rollbacks = new HashSet<>();
  private final Map<DeliveryId, ShipmentId> shipments = new HashMap<>();
  private final Passages passages = new Passages();

  private record There(ResourceName resource, EnvironmentName environment) {}

  private record Wanted(There there, ResourceVersion version) {}

  @Override
  public String name() {
    return "law-50";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ResourceTold e -> {
        told(e);
        yield List.of();
      }
      case ShipmentMade e when e.shipment().madeBy() instanceof Shipment.MadeBy.Rollback -> {
        rollbacks.add(e.shipment().id());
        yield List.of();
      }
      case DeliveryMade e -> {
        shipments.put(e.delivery().id(), e.delivery().shipment());
        yield List.of();
      }
      case OwnerAsked e -> asked(e);
      case Entry entry ->
          passages.of(entry).map(passage -> passed(world, passage)).orElseGet(List::of);
    };
  }

  private void told(ResourceTold told) {
    told.environment()
        .ifPresentOrElse(
            here -> single.put(new There(told.resource(), here), told.version()),
            () -> {
              single.keySet().removeIf(there -> there.resource().equals(told.resource()));
              everywhere.put(told.resource(), told.version());
            });
  }

  private List<String> asked(OwnerAsked entry) {
    There there = new There(entry.resource(), entry.delivery().placement().environment());
    return asked.add(new Wanted(there, entry.wanted()))
        ? List.of()
        : List.of("%s is asked once more for %s".formatted(entry.owner(), entry));
  }

  private List<String> passed(World world, Passages.Passage passage) {
    DeliveryId id = passage.delivery();
    if (rollbacks.contains(shipments.get(id))) {
      return List.of();
    }
    EnvironmentName here = id.placement().environment();
    return world.declared().environment(here).stream()
        .flatMap(environment -> environment.definition().guardrails().stream())
        .map(GuardrailPolicy::resources)
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .filter(policy -> passage.past().contains(policy.juncture()))
        .filter(policy -> !isThere(policy, here))
        .map(policy -> "%s %s, and %s is not there".formatted(id, passage.how(), policy))
        .toList();
  }

  private boolean isThere(ResourcePolicy policy, EnvironmentName here) {
    return Optional.ofNullable(single.get(new There(policy.resource(), here)))
        .or(() -> Optional.ofNullable(everywhere.get(policy.resource())))
        .filter(version -> version.isAtLeast(policy.atLeast()))
        .isPresent();
  }
}
