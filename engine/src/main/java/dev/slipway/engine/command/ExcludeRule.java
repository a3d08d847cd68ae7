package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.engine.rollout.Silence;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.MemberExcluded;
import java.util.Optional;

/**
 * Somebody lets a rollout go on without a target that is silent past its deadline, or is paused.
 * The target gets what is in force when it is back. The last member is never excluded, for a
 * delivery that nobody took would settle.
 */
final class ExcludeRule {

  private ExcludeRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Exclude command) {
    DeliveryId id = command.delivery();
    Optional<RolloutState> rollout = d.placement(id.placement()).of(id);
    if (rollout.isEmpty()) {
      return Settlements.refused("not-rolling-out", "%s is not on its way.".formatted(id));
    }
    Silence.reliedOn(d, rollout.orElseThrow(), d.placement(id.placement()).jobs());
    Optional<MemberState> member =
        Optional.ofNullable(rollout.orElseThrow().members().get(command.target()));
    if (member.isEmpty()) {
      return Settlements.refused(
          "not-a-member",
          "%s is not a member of the rollout to %s.".formatted(command.target(), id));
    }
    boolean rests =
        d.environment(id.placement().environment())
            .flatMap(environment -> environment.rests(command.target()))
            .isPresent();
    if (!rests && !member.orElseThrow().isSilentAt(d.now())) {
      return Settlements.refused(
          "not-silent",
          "%s has answered, or still has time to. Only who is silent past the deadline, or paused, is excluded."
              .formatted(command.target()));
    }
    if (rollout.orElseThrow().members().size() == 1) {
      return Settlements.refused(
          "last-member",
          "%s is the only target of %s. To give it up: slipway cancel %s."
              .formatted(command.target(), id, id));
    }
    d.write(new MemberExcluded(id, command.target(), d.actor()));
    Advance.placement(d, id.placement());
    return Settlements.followed(
        "member-excluded",
        "%s goes on without %s, which gets what is in force when it is back."
            .formatted(id, command.target()));
  }
}
