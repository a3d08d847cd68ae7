package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.engine.fold.TargetState.Use;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.engine.rollout.Onlookers;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.TargetPaused;
import dev.slipway.model.entry.TargetResumed;
import java.util.List;
import java.util.Optional;

/**
 * Somebody pauses a target, or has it in use again. What it was ordered before, it keeps; a rollout
 * that has to order something of it waits for it, and those that start leave it out. When it is in
 * use again it gets what is in force.
 *
 * <pre>
 *   pause    in use, or paused for another reason  → paused
 *   pause    paused for that reason                → nothing follows
 *   resume   paused                                → in use
 *   resume   removed within the last day           → in use, with the agent that it had
 *   resume   in use                                → nothing follows
 * </pre>
 */
final class TargetRule {

  private TargetRule() {}

  static Optional<Settlement> pause(Deliberation d, Command.PauseTarget pause) {
    Optional<TargetState> known = present(d, pause.target());
    if (known.isEmpty()) {
      return unknown(pause.target());
    }
    if (known.orElseThrow().use() instanceof Use.Paused before
        && before.because().equals(pause.because())) {
      return Settlements.nothing(
          "paused-already", "%s is paused already.".formatted(pause.target()));
    }
    d.write(new TargetPaused(pause.target(), pause.because(), d.actor()));
    lookAround(d, pause.target().environment());
    return Settlements.followed(
        "target-paused",
        "Nothing new is ordered of %s until it is resumed.".formatted(pause.target()));
  }

  static Optional<Settlement> resume(Deliberation d, Command.ResumeTarget resume) {
    TargetId id = resume.target();
    Optional<TargetState> known = d.world().declared().target(id);
    if (known.isEmpty()) {
      return unknown(id);
    }
    TargetState target = known.orElseThrow();
    return switch (target.use()) {
      case Use.InUse _ -> Settlements.nothing("not-paused", "%s is in use.".formatted(id));
      case Use.Paused _ -> inUse(d, id, Optional.empty());
      case Use.Removed removed ->
          RemoveTargetRule.isFinal(removed, d.now())
              ? Settlements.refused(
                  new Reason(
                      "removal-final",
                      "%s was removed more than a day ago. Declare it again, and enrol its agent anew."
                          .formatted(id)))
              : inUse(d, id, target.agent());
    };
  }

  private static Optional<Settlement> inUse(
      Deliberation d, TargetId id, Optional<TargetState.Agent> agent) {
    d.write(new TargetResumed(id, agent.map(TargetState.Agent::id), d.actor()));
    lookAround(d, id.environment());
    return Settlements.followed(
        "target-resumed", "%s is in use, and gets what is in force.".formatted(id));
  }

  /**
   * Who belongs to an environment is asked there, and wherever something waits for what is there.
   */
  static void lookAround(Deliberation d, EnvironmentName environment) {
    Advance.environment(d, environment);
    List<Placement> there =
        d.world().deliveries().placements().keySet().stream()
            .filter(placement -> placement.environment().equals(environment))
            .toList();
    there.forEach(placement -> Onlookers.look(d, placement));
  }

  static Optional<TargetState> present(Deliberation d, TargetId id) {
    return d.world().declared().target(id).filter(target -> !target.isRemoved());
  }

  static Optional<Settlement> unknown(TargetId id) {
    return Settlements.refused("unknown-target", "There is no target %s.".formatted(id));
  }
}
