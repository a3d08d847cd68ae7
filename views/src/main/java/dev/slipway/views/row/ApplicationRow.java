package dev.slipway.views.row;

import dev.slipway.model.Position;
import dev.slipway.model.RefName;
import dev.slipway.model.Scope;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Optional;

/** An application with its definition. */
public record ApplicationRow(
    ApplicationDefinition definition,
    Origin origin,
    Optional<RefName> branch,
    String path,
    Position position,
    Instant at)
    implements Row {

  @Override
  public String key() {
    return definition.name().value();
  }

  @Override
  public Scope scope() {
    return new Scope.OfApplication(definition.name());
  }
}
