package dev.slipway.views.row;

import dev.slipway.model.Position;
import dev.slipway.model.Scope;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Map;

/** An environment with its definition. */
public record EnvironmentRow(
    EnvironmentDefinition definition, Origin origin, Position position, Instant at) implements Row {

  @Override
  public String key() {
    return definition.name().value();
  }

  @Override
  public Map<String, String> columns() {
    return definition.group().map(group -> Map.of("group", group.value())).orElseGet(Map::of);
  }

  @Override
  public Scope scope() {
    return new Scope.OfEnvironment(definition.name());
  }
}
