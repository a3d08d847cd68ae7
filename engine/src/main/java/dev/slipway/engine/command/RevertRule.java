package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import java.util.Optional;

/**
 * An owner's document is again what it was. As with a rollback what runs is to be as before, so an
 * overlay is sent by a campaign without anybody's further wish, at the pace that its document says.
 * A policy gives no values; what waits for it is judged again.
 */
final class RevertRule {

  private RevertRule() {}

  static Optional<Settlement> overlay(Deliberation d, Command.RevertOverlay revert) {
    return switch (Restoring.of(
        d,
        "overlay",
        revert.overlay().value(),
        d.organisationWide().declared().overlay(revert.overlay()),
        revert.to())) {
      case Restoring.Ended(Optional<Settlement> settlement) -> settlement;
      case Restoring.Restored<OverlayDefinition>(Revision<OverlayDefinition> earlier) ->
          Settlements.followed(
              "reverted", restored(earlier) + Sending.restored(d, revert.overlay()));
    };
  }

  static Optional<Settlement> policy(Deliberation d, Command.RevertPolicy revert) {
    return switch (Restoring.of(
        d,
        "policy",
        revert.policy().value(),
        d.organisationWide().declared().policy(revert.policy()),
        revert.to())) {
      case Restoring.Ended(Optional<Settlement> settlement) -> settlement;
      case Restoring.Restored<PolicyDefinition>(Revision<PolicyDefinition> earlier) -> {
        d.world()
            .declared()
            .environments()
            .keySet()
            .forEach(environment -> Advance.environment(d, environment));
        yield Settlements.followed("reverted", restored(earlier));
      }
    };
  }

  private static String restored(Revision<? extends Owned> earlier) {
    return "%s is as in revision %d again."
        .formatted(earlier.definition().title(), earlier.number());
  }
}
