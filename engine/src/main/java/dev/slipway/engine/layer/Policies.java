package dev.slipway.engine.layer;

import dev.slipway.aggregation.Compiled;
import dev.slipway.aggregation.Reaches;
import dev.slipway.aggregation.Ruling;
import dev.slipway.aggregation.Rulings;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.DesiredState;
import java.util.List;

/** What the policies that there are now say. They are pinned by nothing: the newest word counts. */
public final class Policies {

  private Policies() {}

  /** Of what is to be delivered. */
  public static List<Ruling> of(World world, Placement placement, DesiredState state) {
    List<Revision<PolicyDefinition>> all =
        reaching(world, placement.application(), placement.environment());
    return all.isEmpty()
        ? List.of()
        : Rulings.of(all, placement, Overlays.labels(world, placement.environment()), state);
  }

  /** Of what a definition comes to in an environment. */
  public static List<Ruling> of(
      World world,
      ApplicationDefinition definition,
      EnvironmentName environment,
      Compiled compiled) {
    List<Revision<PolicyDefinition>> all = reaching(world, definition.name(), environment);
    return all.isEmpty()
        ? List.of()
        : Rulings.of(all, definition, environment, Overlays.labels(world, environment), compiled);
  }

  private static List<Revision<PolicyDefinition>> reaching(
      World world, ApplicationName application, EnvironmentName environment) {
    return world.declared().policies().values().stream()
        .map(Revisions::current)
        .filter(policy -> Reaches.reaches(policy.definition().reach(), application))
        .filter(policy -> Overlays.reaches(world, policy.definition().reach(), environment))
        .toList();
  }
}
