package dev.slipway.engine.fold;

import dev.slipway.engine.fold.MemberStage.News;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import java.time.Instant;
import java.util.Optional;

/**
 * One member of a rollout.
 *
 * @param because why it failed or is not known
 * @param step of its last order, 0 before the first
 * @param attempt the attempt of its last order, 0 before the first
 * @param deadline when it counts as silent
 */
public record MemberState(
    TargetName target,
    MemberStage stage,
    Optional<Reason> because,
    int step,
    int attempt,
    Instant deadline) {

  static MemberState unordered(TargetName target, Instant deadline) {
    return new MemberState(target, MemberStage.UNORDERED, Optional.empty(), 0, 0, deadline);
  }

  MemberState ordered(int newStep, int newAttempt, Instant newDeadline) {
    MemberState moved = heard(News.ORDER_ISSUED, Optional.empty());
    return new MemberState(target, moved.stage, moved.because, newStep, newAttempt, newDeadline);
  }

  MemberState heard(News news, Optional<Reason> why) {
    return MemberStage.TABLE
        .next(stage, news)
        .map(next -> new MemberState(target, next, why, step, attempt, deadline))
        .orElse(this);
  }

  /** Whether it has an order, its time is over, and nothing was heard. */
  public boolean isSilentAt(Instant now) {
    return stage == MemberStage.ORDERED && !now.isBefore(deadline);
  }
}
