package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.guardrail.Bypassing;
import dev.slipway.engine.guardrail.Gate;
import dev.slipway.engine.guardrail.Judged;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.engine.rollout.NextMove;
import dev.slipway.engine.rollout.Threshold;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.GuardrailBypassed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An owner of an environment lets one delivery go on although one guardrail of it does not hold.
 * Only what it waits for now is bypassed, so that nobody signs for what nobody has looked at.
 */
final class BypassRule {

  private BypassRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Bypass wish) {
    DeliveryId id = wish.delivery();
    Optional<Reason> never = Bypassing.never(wish.guardrail(), id);
    if (never.isPresent()) {
      return Settlements.refused(never.orElseThrow());
    }
    Optional<RolloutState> active = d.placement(id.placement()).of(id).filter(BypassRule::isOn);
    if (active.isEmpty()) {
      return Settlements.refused("not-rolling-out", "%s is not on its way.".formatted(id));
    }
    RolloutState rollout = active.orElseThrow();
    if (!rollout.delivery().hash().equals(wish.hash())) {
      return Settlements.refused(Differing.hash(rollout.delivery()));
    }
    return decide(d, wish, judged(d, rollout));
  }

  private static Optional<Settlement> decide(
      Deliberation d, Command.Bypass wish, List<Judged> judged) {
    DeliveryId id = wish.delivery();
    Optional<Judged> meant =
        judged.stream().filter(one -> one.guardrail().equals(wish.guardrail())).findFirst();
    if (meant.isEmpty()) {
      return Settlements.refused(
          "unknown-guardrail",
          "Nothing of the name %s is asked of %s now. %s"
              .formatted(wish.guardrail(), id, waitsFor(judged)));
    }
    if (meant.orElseThrow().passes()) {
      return Settlements.nothing(
          "nothing-to-bypass",
          "%s passes %s: %s"
              .formatted(id, wish.guardrail(), meant.orElseThrow().because().sentence()));
    }
    d.write(new GuardrailBypassed(id, wish.hash(), wish.guardrail(), wish.because(), d.actor()));
    Advance.placement(d, id.placement());
    return Settlements.followed(
        "guardrail-bypassed", "%s waits for %s no longer.".formatted(id, wish.guardrail()));
  }

  private static boolean isOn(RolloutState rollout) {
    return rollout.isWaiting() || rollout.phase() == RolloutPhase.RUNNING;
  }

  private static List<Judged> judged(Deliberation d, RolloutState rollout) {
    return Threshold.at(rollout, NextMove.of(d, rollout)).stream()
        .flatMap(ahead -> Gate.judge(d, rollout, ahead).stream())
        .toList();
  }

  private static String waitsFor(List<Judged> judged) {
    Stream<Judged> unmet = judged.stream().filter(one -> !one.passes());
    String names = unmet.map(one -> one.guardrail().value()).collect(Collectors.joining(", "));
    return names.isEmpty() ? "No guardrail holds it." : "It waits for: %s.".formatted(names);
  }
}
