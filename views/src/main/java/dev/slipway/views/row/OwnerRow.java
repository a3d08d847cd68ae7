package dev.slipway.views.row;

import dev.slipway.model.Position;
import dev.slipway.model.Scope;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.views.Row;
import java.time.Instant;

/** An owner with what it may write. */
public record OwnerRow(OwnerDefinition definition, Origin origin, Position position, Instant at)
    implements Row {

  @Override
  public String key() {
    return definition.name().value();
  }

  @Override
  public Scope scope() {
    return new Scope.Everything();
  }
}
