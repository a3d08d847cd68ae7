package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.rollback.Choice;
import dev.slipway.engine.rollback.Return;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person wants an earlier delivery back. It is composed from what the ledger holds, so neither
 * repository nor build is needed; and what it leaves stays away until a person says otherwise.
 */
final class RollbackRule {

  private RollbackRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Rollback wish, String key) {
    Placement placement = wish.placement();
    Optional<Settlement> unknown = Placed.refusal(d, placement);
    if (unknown.isPresent()) {
      return unknown;
    }
    ShipmentId id = Identities.shipment(d.actor(), key);
    if (d.world().deliveries().shipments().isMade(id)) {
      return Settlements.nothing(
          "shipment-known", "The same wish made shipment %s before.".formatted(id));
    }
    Optional<Reason> kept = Permits.refusal(d, placement, wish.permit());
    if (kept.isPresent()) {
      return Settlements.refused(kept.orElseThrow());
    }
    PlacementState at = d.placement(placement);
    return switch (Choice.of(placement, at, wish.to())) {
      case Choice.Impossible impossible -> Settlements.refused(impossible.because());
      case Choice.Possible possible -> {
        Return.send(
            d,
            placement,
            possible,
            new Return.Sender(id, d.actor(), false, wish.permit(), wish.confirmed()));
        Advance.placement(d, placement);
        yield Settlements.followed("rolling-back", sentence(d, at, possible));
      }
    };
  }

  private static String sentence(Deliberation d, PlacementState before, Choice.Possible choice) {
    DeliveryId to = choice.to().id();
    String skipped =
        choice.skips().stream()
            .map(skip -> "#%d (%s)".formatted(skip.number(), skip.sha().abbreviated()))
            .collect(Collectors.joining(", "));
    String waits =
        before
            .active()
            .filter(rollout -> !rollout.isWaiting())
            .map(rollout -> rollout.delivery().id())
            .map(id -> " It waits for %1$s to end; slipway cancel %1$s ends it.".formatted(id))
            .orElse("");
    String paused =
        d.placement(to.placement()).controls().pause().isPresent()
            ? " It is paused; slipway resume %s lets it go on.".formatted(to.placement())
            : "";
    return "Going back to the content of %s (%s), behind %s.%s%s"
        .formatted(to, choice.to().change().sha().abbreviated(), skipped, waits, paused);
  }
}
