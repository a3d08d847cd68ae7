package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.JobRun;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.engine.rollout.JobMoves;
import dev.slipway.engine.rollout.Silence;
import dev.slipway.model.JobName;
import dev.slipway.model.Placement;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.OutcomeDecided;
import java.util.Optional;

/**
 * A person says what became of an order. Only where nobody else can tell: the outcome is unknown,
 * or its target is silent past the deadline. Having it run again raises the attempt. A job that
 * failed for an earlier delivery is also for a person to say.
 */
final class SettleRule {

  private SettleRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Settle settle) {
    Placement placement = settle.delivery().placement();
    Optional<RolloutState> rollout = d.placement(placement).of(settle.delivery());
    if (rollout.isEmpty()) {
      return Settlements.refused(
          "not-rolling-out", "%s is not on its way.".formatted(settle.delivery()));
    }
    Silence.reliedOn(d, rollout.orElseThrow(), d.placement(placement).jobs());
    Optional<JobRun> job =
        JobMoves.inDoubt(rollout.orElseThrow(), d.placement(placement).jobs(), d.now())
            .filter(run -> run.target().equals(settle.target()));
    if (job.isPresent()) {
      return decided(d, settle, job.map(run -> run.key().name()));
    }
    Optional<MemberState> member =
        Optional.ofNullable(rollout.orElseThrow().members().get(settle.target()));
    if (member.isEmpty()) {
      return Settlements.refused(
          "not-a-member",
          "%s is not a member of the rollout to %s.".formatted(settle.target(), settle.delivery()));
    }
    if (!isOpen(d, member.orElseThrow())) {
      return Settlements.refused(
          "nothing-to-settle",
          "The outcome at %s is for its agent to report; it is neither unknown nor overdue."
              .formatted(settle.target()));
    }
    return decided(d, settle, Optional.empty());
  }

  private static Optional<Settlement> decided(
      Deliberation d, Command.Settle settle, Optional<JobName> job) {
    Placement placement = settle.delivery().placement();
    Slot slot =
        new Slot(new TargetId(placement.environment(), settle.target()), placement.application());
    d.write(new OutcomeDecided(settle.delivery(), slot, settle.verdict(), d.actor(), job));
    Advance.placement(d, placement);
    return Settlements.followed(
        "outcome-decided", "The outcome at %s is decided.".formatted(settle.target()));
  }

  private static boolean isOpen(Deliberation d, MemberState member) {
    return member.stage() == MemberStage.UNKNOWN || member.isSilentAt(d.now());
  }
}
