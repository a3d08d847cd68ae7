package dev.slipway.engine.fold;

import dev.slipway.engine.fold.MemberStage.News;
import dev.slipway.model.Position;
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
 * @param since when it came to its stage
 * @param watched where the first order was issued under which it has to be healthy for longer;
 *     absent before that
 */
public record MemberState(
    TargetName target,
    MemberStage stage,
    Optional<Reason> because,
    int step,
    int attempt,
    Instant deadline,
    Instant since,
    Optional<Position> watched) {

  static MemberState unordered(TargetName target, Instant deadline, Instant at) {
    return new MemberState(
        target, MemberStage.UNORDERED, Optional.empty(), 0, 0, deadline, at, Optional.empty());
  }

  MemberState ordered(
      int newStep, int newAttempt, Instant newDeadline, Optional<Position> watches, Instant at) {
    MemberState moved = heard(News.ORDER_ISSUED, Optional.empty(), at);
    return new MemberState(
        target,
        moved.stage,
        moved.because,
        newStep,
        newAttempt,
        newDeadline,
        moved.since,
        watched.or(() -> watches));
  }

  MemberState heard(News news, Optional<Reason> why, Instant at) {
    return MemberStage.TABLE
        .next(stage, news)
        .map(next -> new MemberState(target, next, why, step, attempt, deadline, at, watched))
        .orElse(this);
  }

  /** Whether it has an order, its time is over, and nothing was heard. */
  public boolean isSilentAt(Instant now) {
    return stage == MemberStage.ORDERED && !now.isBefore(deadline);
  }
}
