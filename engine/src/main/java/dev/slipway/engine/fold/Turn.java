package dev.slipway.engine.fold;

import dev.slipway.model.definition.JobTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which members of a rollout are on their way at present: one wave after the other goes through all
 * steps, in the order of their names, and within a wave nobody takes the next step before everybody
 * has this one. Who comes into a wave for one that was left out begins when those who began before
 * are through. What is new bakes everywhere at once, and what follows that goes in the same waves.
 * Who failed and was allowed to has no turn any more.
 */
public final class Turn {

  private Turn() {}

  /** Those whose turn it is; none once all are through. */
  public static List<MemberState> of(RolloutState rollout) {
    List<List<MemberState>> waves =
        rollout.itinerary().waves(rollout.delivery(), rollout.members().values());
    return Stream.of(rollout.goal(), rollout.steps())
        .flatMap(step ->
            waves.stream().filter(wave -> isOpen(wave, step)).map(wave -> present(wave, step)))
        .findFirst()
        .orElseGet(List::of);
  }

  /** Those of an open wave who are on their way: whoever began, until all of them are through. */
  private static List<MemberState> present(List<MemberState> wave, int step) {
    List<MemberState> begun = wave.stream().filter(member -> member.step() > 0).toList();
    List<MemberState> present = isOpen(begun, step) ? begun : wave;
    return present.stream().filter(Turn::goesOn).toList();
  }

  /** Whether these begin only now, after others have: the next wave, and not the first. */
  public static boolean isNext(RolloutState rollout, List<MemberState> members) {
    return members.stream().anyMatch(member -> member.step() == 0)
        && rollout.members().values().stream().anyMatch(member -> member.step() > 0);
  }

  /** Whether what is ordered now is the first, and comes after a job. */
  public static boolean followsJob(RolloutState rollout) {
    return rollout.jobs().stream().anyMatch(job -> job.time() == JobTime.BEFORE)
        && rollout.members().values().stream().allMatch(member -> member.attempt() == 0);
  }

  /** Those who are the fewest steps on. */
  public static List<MemberState> hindmost(List<MemberState> turn) {
    int step = turn.stream().mapToInt(MemberState::step).min().orElse(0);
    return turn.stream().filter(member -> member.step() == step).toList();
  }

  /** Whether somebody has not come through a step. */
  private static boolean isOpen(List<MemberState> wave, int step) {
    return wave.stream()
        .filter(Turn::goesOn)
        .anyMatch(member -> member.step() < step || (member.step() == step && !isThere(member)));
  }

  private static boolean goesOn(MemberState member) {
    return member.stage() != MemberStage.FAILED;
  }

  private static boolean isThere(MemberState member) {
    return member.stage() == MemberStage.CONVERGED;
  }
}
