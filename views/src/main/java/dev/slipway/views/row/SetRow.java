package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.SetId;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.SetEnded;
import dev.slipway.model.state.ShipSet;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Shipments that are delivered as one; how far each has come is in its own row.
 *
 * @param end absent while something of it is on its way
 */
public record SetRow(
    SetId id,
    List<ShipSet.Member> members,
    List<EnvironmentName> travel,
    OnFailure onFailure,
    ActorId by,
    Optional<SetId> undoes,
    Optional<SetEnded.End> end,
    Optional<Reason> because,
    Position position,
    Instant at)
    implements Row {

  public SetRow {
    members = List.copyOf(members);
    travel = List.copyOf(travel);
  }

  public SetRow ended(SetEnded as) {
    return new SetRow(
        id,
        members,
        travel,
        onFailure,
        by,
        undoes,
        Optional.of(as.end()),
        Optional.of(as.because()),
        position,
        at);
  }

  @Override
  public String key() {
    return id.value();
  }

  @Override
  public String order() {
    return Orders.of(position);
  }

  /** It is seen whole, so by whoever may see all of where it goes. */
  @Override
  public Scope scope() {
    return travel.size() == 1 ? new Scope.OfEnvironment(travel.getFirst()) : new Scope.Everything();
  }
}
