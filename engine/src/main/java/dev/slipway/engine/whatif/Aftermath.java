package dev.slipway.engine.whatif;

import dev.slipway.engine.campaign.Begin;
import dev.slipway.engine.campaign.Campaigning;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.Newcomers;
import dev.slipway.model.ActorId;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Position;
import java.util.List;

/**
 * What changed documents have follow by themselves, in a rehearsal as it would have been there.
 *
 * @param recorded where what changed them really stands
 */
record Aftermath(Rehearsal rehearsal, Position recorded) {

  /**
   * Sends to those that joined a group what they would have been sent here.
   *
   * @param before the world without them
   */
  void welcome(World before) {
    rehearsal.consider(ActorId.SLIPWAY, d -> Newcomers.welcome(d, before), recorded);
  }

  /**
   * Sends overlays that were changed, where their documents have that done.
   *
   * @param by who changed them
   */
  void send(List<OverlayName> changed, ActorId by) {
    if (!changed.isEmpty()) {
      rehearsal.consider(
          by,
          d -> {
            changed.forEach(overlay -> Begin.ofItself(d, overlay));
            Campaigning.look(d);
          },
          recorded);
    }
  }
}
