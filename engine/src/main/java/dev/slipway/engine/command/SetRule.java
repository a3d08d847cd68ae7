package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.SetState;
import dev.slipway.engine.rollback.SetOffers;
import dev.slipway.engine.rollback.SetPlan;
import dev.slipway.engine.rollback.SetReturn;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.state.ShipSet;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people do with a set as a whole.
 *
 * <pre>
 *   cancel     what has no order ends, what has some is ordered back, what has arrived stays
 *   roll back  all that has arrived in an environment goes back, or nothing of it
 * </pre>
 */
final class SetRule {

  private SetRule() {}

  static Optional<Settlement> cancel(Deliberation d, Command.CancelSet wish) {
    Optional<SetState> known = d.world().sets().of(wish.set());
    if (known.isEmpty()) {
      return unknown(wish.set());
    }
    known.orElseThrow().set().places().forEach(d::placement);
    boolean moved = false;
    for (ShipSet.Member member : known.orElseThrow().set().members().reversed()) {
      if (d.world().deliveries().whereabouts(member.shipment()).isPresent()) {
        Optional<Settlement> said = CancelRule.shipment(d, member.shipment());
        if (said.filter(Settlement.Refused.class::isInstance).isPresent()) {
          return said;
        }
        moved |= said.filter(Settlement.Followed.class::isInstance).isPresent();
      }
    }
    return moved
        ? Settlements.followed(
            "cancelling",
            "What of %s had not arrived is being cancelled. To take back the rest: slipway rollback --set %s"
                .formatted(wish.set(), wish.set()))
        : Settlements.nothing(
            "not-travelling", "Nothing of %s is on its way.".formatted(wish.set()));
  }

  static Optional<Settlement> rollBack(Deliberation d, Command.RollbackSet wish, String key) {
    SetId id = Identities.set(d.actor(), key);
    if (d.world().sets().of(id).isPresent()) {
      return Settlements.nothing("set-known", "The same wish made %s before.".formatted(id));
    }
    Optional<SetState> known = d.world().sets().of(wish.set());
    if (known.isEmpty()) {
      return unknown(wish.set());
    }
    SetState set = known.orElseThrow();
    set.set().places().forEach(d::placement);
    Optional<EnvironmentName> where = set.meant(wish.environment());
    if (where.isEmpty()) {
      return Settlements.refused(SetOffers.which(set));
    }
    SetPlan plan = SetPlan.of(d, set, where.orElseThrow());
    Optional<Reason> refusal = plan.refusal();
    if (refusal.isPresent()) {
      return Settlements.refused(refusal.orElseThrow());
    }
    SetReturn.send(d, set, plan, new SetReturn.Sender(id, d.actor(), wish.confirmed()));
    plan.backs().forEach(back -> Advance.placement(d, back.at()));
    return Settlements.followed(
        "rolling-back",
        "%s takes back what %s brought to %s: %s, in this order."
            .formatted(id, wish.set(), plan.environment(), names(plan)));
  }

  private static String names(SetPlan plan) {
    return plan.backs().stream()
        .map(SetPlan.Part.Back::at)
        .map(Placement::application)
        .map(name -> name.value())
        .collect(Collectors.joining(", "));
  }

  private static Optional<Settlement> unknown(SetId id) {
    return Settlements.refused(
        "unknown-set", "There is no set %s, or it is too long ago.".formatted(id));
  }
}
