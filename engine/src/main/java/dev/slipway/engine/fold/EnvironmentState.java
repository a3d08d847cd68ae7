package dev.slipway.engine.fold;

import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Origin;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;

/**
 * An environment as it is declared now, with the targets that belong to it, by name, and the
 * secrets that are sealed to its key.
 */
public record EnvironmentState(
    EnvironmentDefinition definition,
    Origin origin,
    PSortedMap<TargetName, TargetState> targets,
    SealingState sealing) {

  EnvironmentState with(SealingState next) {
    return new EnvironmentState(definition, origin, targets, next);
  }

  /** Whom a rollout that starts now has as members: all that are in use. */
  public List<TargetName> members() {
    return targets.values().stream()
        .filter(TargetState::isInUse)
        .map(target -> target.id().target())
        .toList();
  }

  /** Whom a rollout that starts now leaves out, for somebody paused them. */
  public List<TargetName> paused() {
    return targets.values().stream()
        .filter(target -> !target.isInUse() && !target.isRemoved())
        .map(target -> target.id().target())
        .toList();
  }

  /** Why nothing new is ordered of a target; empty where it is in use, or unknown. */
  public Optional<Reason> rests(TargetName target) {
    return Optional.ofNullable(targets.get(target)).flatMap(TargetState::rests);
  }
}
