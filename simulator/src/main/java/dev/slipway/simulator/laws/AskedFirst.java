package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.state.Shipment;
import dev.slipway.simulator.DeploymentHost;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 68: a Git host is asked for a deployment of what the ledger says that it is asked for, and of
 * nothing else; and what starts where it is asked has one there, on the terms that are in force,
 * but for what somebody bypassed. Rollbacks are free.
 */
final class AskedFirst implements Law {

  private final Set<DeliveryId> meant = new HashSet<>();
  private final Set<DeploymentHost.Said> said = new HashSet<>();
  private final Set<ShipmentId> back = new HashSet<>();
  private final Map<DeliveryId, ShipmentId> brought = new HashMap<>();
  private final Bypasses bypasses = new Bypasses();

  @Override
  public String name() {
    return "law-68";
  }

  @Override
  public List<String> after(World world, DeploymentHost.Said told) {
    said.add(told);
    return meant.contains(told.delivery())
        ? List.of()
        : List.of(
            "a deployment of %s was asked for, and nobody had said so".formatted(told.delivery()));
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    bypasses.take(world, recorded.entry());
    return switch (recorded.entry()) {
      case ShipmentMade e -> {
        if (e.shipment().madeBy() instanceof Shipment.MadeBy.Rollback) {
          back.add(e.shipment().id());
        }
        yield List.of();
      }
      case DeliveryMade e -> {
        brought.put(e.delivery().id(), e.delivery().shipment());
        yield List.of();
      }
      case GuardrailJudged e -> {
        if (e.guardrail().equals(GuardrailName.DEPLOYMENT)
            && e.verdict() == GuardrailVerdict.PENDING) {
          meant.add(e.delivery());
        }
        yield List.of();
      }
      case RolloutStarted e -> started(world, e.delivery());
      case Entry _ -> List.of();
    };
  }

  private List<String> started(World world, DeliveryId id) {
    Optional<DeploymentPolicy> asked =
        world
            .declared()
            .environment(id.placement().environment())
            .flatMap(environment -> environment.definition().guardrails())
            .flatMap(GuardrailPolicy::deployment);
    return asked
        .filter(_ -> !back.contains(brought.get(id)))
        .filter(_ -> !bypasses.cover(id, GuardrailName.DEPLOYMENT))
        .filter(policy -> !said.contains(new DeploymentHost.Said(id, policy, true)))
        .map(_ -> "%s started, and its Git host has no deployment of it".formatted(id))
        .stream()
        .toList();
  }
}
