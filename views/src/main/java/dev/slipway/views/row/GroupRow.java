package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.Scope;
import dev.slipway.views.Row;
import java.util.List;

/** A group and the people who belong to it, by id; at least one. */
public record GroupRow(GroupName group, List<ActorId> members) implements Row {

  public GroupRow {
    members = List.copyOf(members);
  }

  @Override
  public String key() {
    return group.value();
  }

  @Override
  public Scope scope() {
    return new Scope.Everything();
  }
}
