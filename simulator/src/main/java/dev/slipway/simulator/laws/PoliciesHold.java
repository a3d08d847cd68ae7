package dev.slipway.simulator.laws;

import dev.slipway.aggregation.Reaches;
import dev.slipway.aggregation.Ruling;
import dev.slipway.aggregation.Rulings;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Law 58: nothing starts that a policy says no to, by what it said last when it started; what comes
 * back does.
 */
final class PoliciesHold implements Law {

  private final SortedMap<PolicyName, Revision<PolicyDefinition>> policies = new TreeMap<>();

  @Override
  public String name() {
    return "law-58";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case PolicyDeclared e -> {
        policies.put(e.revision().definition().name(), e.revision());
        yield List.of();
      }
      case RolloutStarted e -> started(world, e.delivery());
      case Entry _ -> List.of();
    };
  }

  private List<String> started(World world, DeliveryId id) {
    return world.deliveries().placement(id.placement()).of(id).stream()
        .map(RolloutState::delivery)
        .filter(delivery -> !world.deliveries().shipments().isRollback(delivery.shipment()))
        .flatMap(delivery ->
            Rulings.of(
                reaching(world, id),
                id.placement(),
                labels(world, id.placement().environment()),
                delivery.state())
                .stream())
        .filter(ruling -> !ruling.holds())
        .map(ruling -> broken(id, ruling))
        .toList();
  }

  private List<Revision<PolicyDefinition>> reaching(World world, DeliveryId id) {
    return policies.values().stream()
        .filter(
            policy -> Reaches.reaches(policy.definition().reach(), id.placement().application()))
        .filter(policy ->
            Reaches.reaches(
                policy.definition().reach(),
                id.placement().environment(),
                labels(world, id.placement().environment())))
        .toList();
  }

  private static SortedMap<String, String> labels(World world, EnvironmentName environment) {
    return world
        .declared()
        .environment(environment)
        .map(known -> known.definition().labels())
        .orElseGet(() -> Collections.unmodifiableSortedMap(new TreeMap<>()));
  }

  private static String broken(DeliveryId id, Ruling ruling) {
    return "%s started, and %s revision %d says no"
        .formatted(id, ruling.policy().definition().title(), ruling.policy().number());
  }
}
