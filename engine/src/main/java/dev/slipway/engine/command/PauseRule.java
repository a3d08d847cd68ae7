package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PlacementResumed;
import java.util.Optional;

/**
 * Someone pauses a placement, or resumes it. What a target is at when the pause comes, it finishes;
 * a rollout whose targets have all finished settles.
 *
 * <pre>
 *   pause    at rest, or paused for another reason   → paused, and nothing new starts
 *   pause    paused for that reason                  → nothing follows
 *   resume   paused                                  → it goes on where it was
 *   resume   not paused                              → nothing follows
 * </pre>
 */
final class PauseRule {

  private PauseRule() {}

  static Optional<Settlement> pause(Deliberation d, Command.Pause pause) {
    Placement placement = pause.placement();
    Optional<Settlement> unknown = Placed.refusal(d, placement);
    if (unknown.isPresent()) {
      return unknown;
    }
    Optional<Controls.Pause> before = d.placement(placement).controls().pause();
    if (before.filter(known -> known.because().equals(pause.because())).isPresent()) {
      return Settlements.nothing("paused-already", "%s is paused already.".formatted(placement));
    }
    d.write(new PlacementPaused(placement, pause.because(), d.actor()));
    Advance.placement(d, placement);
    return Settlements.followed(
        "paused", "Nothing new starts at %s until it is resumed.".formatted(placement));
  }

  static Optional<Settlement> resume(Deliberation d, Placement placement) {
    Optional<Settlement> unknown = Placed.refusal(d, placement);
    if (unknown.isPresent()) {
      return unknown;
    }
    if (d.placement(placement).controls().pause().isEmpty()) {
      return Settlements.nothing("not-paused", "%s is not paused.".formatted(placement));
    }
    d.write(new PlacementResumed(placement, d.actor()));
    Advance.placement(d, placement);
    return Settlements.followed("resumed", "%s goes on.".formatted(placement));
  }
}
