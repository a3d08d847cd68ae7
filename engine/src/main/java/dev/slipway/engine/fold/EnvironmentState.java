package dev.slipway.engine.fold;

import dev.slipway.model.TargetName;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Origin;
import java.util.List;
import org.pcollections.PSortedMap;

/** An environment as it is declared now, with the targets that belong to it, by name. */
public record EnvironmentState(
    EnvironmentDefinition definition, Origin origin, PSortedMap<TargetName, TargetState> targets) {

  /** Whom a rollout that starts now has as members. */
  public List<TargetName> members() {
    return List.copyOf(targets.keySet());
  }
}
