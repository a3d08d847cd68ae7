package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.StreamKey;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An entry in short. */
public record EntryRow(
    Position position,
    Instant at,
    String type,
    StreamKey stream,
    ActorId actor,
    Optional<Position> cause,
    Subject subject,
    String summary,
    Optional<Reason> because)
    implements Row {

  @Override
  public String key() {
    return position.toString();
  }

  @Override
  public String order() {
    return Orders.of(at, position);
  }

  @Override
  public Map<String, String> columns() {
    Map<String, String> columns = new TreeMap<>(subject.columns());
    columns.put("type", type);
    columns.put("actor", actor.value());
    cause.ifPresent(position -> columns.put("cause", position.toString()));
    return columns;
  }

  @Override
  public Scope scope() {
    return subject.scope();
  }
}
