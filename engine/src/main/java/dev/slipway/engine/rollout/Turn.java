package dev.slipway.engine.rollout;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.strategy.Course;
import java.util.List;

/**
 * Which members of a rollout are on their way at present. All at once go through the steps
 * together: nobody takes the next one before everybody has this one. One by one, each goes through
 * all steps before the next begins, in the order of their names.
 */
final class Turn {

  private Turn() {}

  /** Those whose turn it is; none once all are through. */
  static List<MemberState> of(RolloutState rollout) {
    List<MemberState> open =
        rollout.members().values().stream().filter(member -> !isThrough(rollout, member)).toList();
    if (Course.isOneByOne(rollout.delivery())) {
      return open.stream().limit(1).toList();
    }
    return open.isEmpty() ? open : List.copyOf(rollout.members().values());
  }

  /** Whether these begin only now, after others have: the next turn, and not the first. */
  static boolean isNext(RolloutState rollout, List<MemberState> members) {
    return members.stream().anyMatch(member -> member.step() == 0)
        && rollout.members().values().stream().anyMatch(member -> member.step() > 0);
  }

  /** Those who are the fewest steps on. */
  static List<MemberState> hindmost(List<MemberState> turn) {
    int step = turn.stream().mapToInt(MemberState::step).min().orElse(0);
    return turn.stream().filter(member -> member.step() == step).toList();
  }

  private static boolean isThrough(RolloutState rollout, MemberState member) {
    return member.stage() == MemberStage.CONVERGED && member.step() >= rollout.steps();
  }
}
