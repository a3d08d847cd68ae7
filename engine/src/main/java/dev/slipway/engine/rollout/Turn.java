package dev.slipway.engine.rollout;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.strategy.Course;
import dev.slipway.model.definition.JobTime;
import java.util.List;

/**
 * Which members of a rollout are on their way at present. All at once go through the steps
 * together: nobody takes the next one before everybody has this one. One by one, each goes through
 * all steps before the next begins, in the order of their names. What is new bakes everywhere at
 * once, and what follows that is for all together.
 */
final class Turn {

  private Turn() {}

  /** Those whose turn it is; none once all are through. */
  static List<MemberState> of(RolloutState rollout) {
    List<MemberState> baking = open(rollout, rollout.goal());
    if (Course.isOneByOne(rollout.delivery()) && !baking.isEmpty()) {
      return baking.stream().limit(1).toList();
    }
    return open(rollout, rollout.steps()).isEmpty()
        ? List.of()
        : List.copyOf(rollout.members().values());
  }

  /** Whether these begin only now, after others have: the next turn, and not the first. */
  static boolean isNext(RolloutState rollout, List<MemberState> members) {
    return members.stream().anyMatch(member -> member.step() == 0)
        && rollout.members().values().stream().anyMatch(member -> member.step() > 0);
  }

  /** Whether what is ordered now is the first, and comes after a job. */
  static boolean followsJob(RolloutState rollout) {
    return rollout.jobs().stream().anyMatch(job -> job.time() == JobTime.BEFORE)
        && rollout.members().values().stream().allMatch(member -> member.attempt() == 0);
  }

  /** Those who are the fewest steps on. */
  static List<MemberState> hindmost(List<MemberState> turn) {
    int step = turn.stream().mapToInt(MemberState::step).min().orElse(0);
    return turn.stream().filter(member -> member.step() == step).toList();
  }

  /** Who has not come through a step. */
  private static List<MemberState> open(RolloutState rollout, int step) {
    return rollout.members().values().stream()
        .filter(member -> member.step() < step || (member.step() == step && !isThere(member)))
        .toList();
  }

  private static boolean isThere(MemberState member) {
    return member.stage() == MemberStage.CONVERGED;
  }
}
