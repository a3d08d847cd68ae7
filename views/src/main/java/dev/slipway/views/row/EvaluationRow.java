package dev.slipway.views.row;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TriggerName;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a trigger said of an event. */
public record EvaluationRow(
    Position position,
    Instant at,
    ApplicationName application,
    TriggerName trigger,
    Position event,
    boolean matched,
    Reason because,
    Optional<ShipmentId> shipment)
    implements Row {

  public EvaluationRow made(ShipmentId made) {
    return new EvaluationRow(
        position, at, application, trigger, event, matched, because, Optional.of(made));
  }

  @Override
  public String key() {
    return position.toString();
  }

  @Override
  public String order() {
    return Orders.of(position);
  }

  @Override
  public Map<String, String> columns() {
    return Map.of("event", event.toString(), "application", application.value());
  }

  @Override
  public Scope scope() {
    return new Scope.OfApplication(application);
  }
}
