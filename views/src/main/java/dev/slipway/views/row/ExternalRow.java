package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Position;
import dev.slipway.model.Scope;
import dev.slipway.model.external.ExternalDeployment;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Map;

/**
 * A deployment that another tool made.
 *
 * @param position of the entry that records it
 * @param by on whose word
 * @param at when it was recorded
 */
public record ExternalRow(ExternalDeployment deployment, Position position, ActorId by, Instant at)
    implements Row {

  /** Whether it ended before another one did; of two at one instant, what was recorded later. */
  public boolean isOlderThan(ExternalRow other) {
    return order().compareTo(other.order()) < 0;
  }

  @Override
  public String key() {
    return position.toString();
  }

  @Override
  public String order() {
    return Orders.of(deployment.ended(), position);
  }

  @Override
  public Map<String, String> columns() {
    return Map.of("placement", deployment.placement().toString());
  }

  @Override
  public Scope scope() {
    return new Scope.OfPlacement(deployment.placement());
  }
}
