package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.campaign.Resending;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.intake.Dispatch;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;

/**
 * An owner's document is again what it was. As with a rollback what runs is to be as before, and
 * soon: whatever is in force with other values than an overlay now gives gets them back by a
 * shipment of its own, with the commit that is in force there, through the guardrails of its
 * environment. What is protected waits for somebody who names it. A policy gives no values; what
 * waits for it is judged again.
 */
final class RevertRule {

  private RevertRule() {}

  static Optional<Settlement> overlay(Deliberation d, Command.RevertOverlay revert, String key) {
    return switch (Restoring.of(
        d,
        "overlay",
        revert.overlay().value(),
        d.organisationWide().declared().overlay(revert.overlay()),
        revert.to())) {
      case Restoring.Ended(Optional<Settlement> settlement) -> settlement;
      case Restoring.Restored<OverlayDefinition>(Revision<OverlayDefinition> earlier) ->
          sent(d, earlier, key);
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

  private static Optional<Settlement> sent(
      Deliberation d, Revision<OverlayDefinition> earlier, String key) {
    List<Resending> differing =
        d.world().deliveries().placements().keySet().stream()
            .flatMap(at -> Resending.of(d.world(), at).stream())
            .toList();
    List<Placement> kept =
        differing.stream()
            .map(Resending::at)
            .filter(at -> Confirmation.isProtected(d, at.environment()))
            .toList();
    List<Resending> again = differing.stream().filter(one -> !kept.contains(one.at())).toList();
    again.forEach(one -> d.placement(one.at()));
    Dispatch.all(d, again.stream().map(one -> shipment(d, one, key)).toList());
    List<Placement> sent = again.stream().map(Resending::at).toList();
    return Settlements.followed("reverted", sentence(earlier, sent, kept));
  }

  private static String sentence(
      Revision<OverlayDefinition> earlier, List<Placement> sent, List<Placement> kept) {
    return "%s%s%s"
        .formatted(
            restored(earlier),
            sent.isEmpty() ? "" : " Sent to %s.".formatted(names(sent)),
            kept.isEmpty()
                ? ""
                : " Protected, and left to slipway deploy: %s.".formatted(names(kept)));
  }

  private static String restored(Revision<? extends Owned> earlier) {
    return "%s is as in revision %d again."
        .formatted(earlier.definition().title(), earlier.number());
  }

  private static String names(List<Placement> placements) {
    return String.join(", ", placements.stream().map(Placement::toString).toList());
  }

  /** Of an overlay's campaigns this is none: it is to be as before everywhere, and soon. */
  private static Shipment shipment(Deliberation d, Resending again, String key) {
    return again.shipment(
        d.world(),
        Identities.shipment(d.actor(), key + "/" + again.at()),
        new Shipment.MadeBy.Request(d.actor(), Optional.empty()));
  }
}
