package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberRemoved;
import java.util.SortedSet;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Who belongs to which group now. A group is there as long as somebody belongs to it. */
public record Groups(PSortedMap<GroupName, PSortedSet<ActorId>> byName) {

  static final Groups NONE = new Groups(TreePMap.empty());

  /** The people who belong to a group, by id; none where nobody does. */
  public SortedSet<ActorId> members(GroupName group) {
    return all(group);
  }

  Groups with(MemberAdded entry) {
    return new Groups(byName.plus(entry.group(), all(entry.group()).plus(entry.person())));
  }

  Groups with(MemberRemoved entry) {
    PSortedSet<ActorId> left = all(entry.group()).minus(entry.person());
    return new Groups(
        left.isEmpty() ? byName.minus(entry.group()) : byName.plus(entry.group(), left));
  }

  private PSortedSet<ActorId> all(GroupName group) {
    return byName.getOrDefault(group, TreePSet.empty());
  }
}
