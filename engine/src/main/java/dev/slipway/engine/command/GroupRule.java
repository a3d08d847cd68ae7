package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.Groups;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.guardrail.AskedApproval;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.GroupName;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberRemoved;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People come into groups and leave them. Where something waits for a group's word, it is judged
 * again at once: an approval of somebody who left counts no more.
 */
final class GroupRule {

  private static final int GROUPS_MAX = 200;
  private static final int MEMBERS_MAX = 200;

  private GroupRule() {}

  static Optional<Settlement> add(Deliberation d, Command.AddMember wish) {
    Groups groups = d.organisationWide().groups();
    GroupName group = wish.group();
    int members = groups.members(group).size();
    if (groups.members(group).contains(wish.person())) {
      return Settlements.nothing(
          "member-already", "%s belongs to %s already.".formatted(wish.person(), group));
    }
    if (members >= MEMBERS_MAX) {
      return Settlements.refused(
          "group-full", "%s has %d members; no more come in.".formatted(group, members));
    }
    if (members == 0 && groups.byName().size() >= GROUPS_MAX) {
      return Settlements.refused(
          "too-many-groups", "There are %d groups; no more are kept.".formatted(GROUPS_MAX));
    }
    d.write(new MemberAdded(group, wish.person(), d.actor()));
    judgeAgain(d, group);
    return Settlements.followed(
        "member-added", "%s belongs to %s from now on.".formatted(wish.person(), group));
  }

  static Optional<Settlement> remove(Deliberation d, Command.RemoveMember wish) {
    GroupName group = wish.group();
    if (!d.organisationWide().groups().members(group).contains(wish.person())) {
      return Settlements.refused(
          "unknown-member", "%s does not belong to %s.".formatted(wish.person(), group));
    }
    d.write(new MemberRemoved(group, wish.person(), d.actor()));
    judgeAgain(d, group);
    return Settlements.followed(
        "member-removed", "%s belongs to %s no longer.".formatted(wish.person(), group));
  }

  private static void judgeAgain(Deliberation d, GroupName group) {
    List<Placement> placements =
        d.world().deliveries().placements().entrySet().stream()
            .filter(at -> at.getValue().active().filter(r -> waitsFor(d, r, group)).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    placements.forEach(placement -> Advance.placement(d, placement));
  }

  private static boolean waitsFor(Deliberation d, RolloutState rollout, GroupName group) {
    return rollout.isWaiting()
        && AskedApproval.of(d, rollout).stream()
            .anyMatch(asked -> asked.policy().groups().contains(group));
  }
}
