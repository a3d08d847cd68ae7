package dev.slipway.engine.fold;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A group of environments as it is declared now.
 *
 * @param environments that it has, by name, each with the position of the entry by which it joined
 */
public record EnvironmentGroupState(
    EnvironmentGroupDefinition definition,
    Origin origin,
    PSortedMap<EnvironmentName, Position> environments) {

  /** What a further entry about it makes of it. */
  static EnvironmentGroupState with(
      Optional<EnvironmentGroupState> known, EnvironmentGroupDeclared entry, Position at) {
    PSortedMap<EnvironmentName, Position> before =
        known.map(EnvironmentGroupState::environments).orElseGet(TreePMap::empty);
    PSortedMap<EnvironmentName, Position> after = TreePMap.empty();
    for (EnvironmentName environment : entry.environments()) {
      after = after.plus(environment, before.getOrDefault(environment, at));
    }
    return new EnvironmentGroupState(entry.definition(), entry.origin(), after);
  }
}
