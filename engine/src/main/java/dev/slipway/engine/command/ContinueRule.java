package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.Stopover;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.StepContinued;
import java.util.Optional;

/**
 * Somebody lets a rollout go on from a step where people are asked.
 *
 * <pre>
 *   it waits there for somebody's word   → it goes on, once everything else lets it
 *   it waits at another step by now      → refused, for that one was not meant
 *   somebody said so before              → nothing follows
 *   it waits for nobody's word           → refused
 * </pre>
 */
final class ContinueRule {

  private ContinueRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Continue command) {
    DeliveryId id = command.delivery();
    Optional<RolloutState> rollout = d.placement(id.placement()).of(id);
    if (rollout.isEmpty()) {
      return Settlements.refused("not-rolling-out", "%s is not on its way.".formatted(id));
    }
    Optional<Stopover> stop =
        rollout
            .filter(active -> active.phase() != RolloutPhase.CANCELLING)
            .flatMap(Stopover::of)
            .filter(it -> it.stay().decision().isPresent());
    if (stop.isEmpty()) {
      return Settlements.refused(
          "nothing-to-decide", "%s waits for nobody's word at present.".formatted(id));
    }
    Stopover here = stop.orElseThrow();
    if (command.step().filter(step -> step != here.step()).isPresent()) {
      return Settlements.refused(
          "another-step",
          "%s waits at step %d by now. Look at it, and say so if that one is meant."
              .formatted(id, here.step()));
    }
    if (here.continued()) {
      return Settlements.nothing(
          "continued-already",
          "Somebody said before that %s goes on from step %d.".formatted(id, here.step()));
    }
    d.write(new StepContinued(id, here.step(), d.actor()));
    Advance.placement(d, id.placement());
    return Settlements.followed("continued", "%s goes on from step %d.".formatted(id, here.step()));
  }
}
