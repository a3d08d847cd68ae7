package dev.slipway.views.projection;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberRemoved;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.GroupRow;
import java.util.List;
import java.util.stream.Stream;

/** Groups as long as somebody belongs to them. */
public final class Groups implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    if (recorded.entry() instanceof MemberAdded added) {
      Stream<ActorId> all = Stream.concat(members(added.group(), rows), Stream.of(added.person()));
      rows.put(Tables.GROUPS, new GroupRow(added.group(), all.distinct().sorted().toList()));
    } else if (recorded.entry() instanceof MemberRemoved removed) {
      List<ActorId> left =
          members(removed.group(), rows).filter(one -> !one.equals(removed.person())).toList();
      if (left.isEmpty()) {
        rows.remove(Tables.GROUPS, removed.group().value());
      } else {
        rows.put(Tables.GROUPS, new GroupRow(removed.group(), left));
      }
    }
  }

  private static Stream<ActorId> members(GroupName group, Rows rows) {
    return rows.find(Tables.GROUPS, group.value()).stream().flatMap(row -> row.members().stream());
  }
}
