package dev.slipway.http.show;

import dev.slipway.loop.door.Explanations;
import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.views.row.BypassRow;
import dev.slipway.views.row.GuardrailRow;
import dev.slipway.views.row.LockRow;
import dev.slipway.views.row.PushRow;
import dev.slipway.wire.Bypass;
import dev.slipway.wire.Guardrail;
import dev.slipway.wire.GuardrailVerdict;
import dev.slipway.wire.Lock;
import dev.slipway.wire.LockStrength;
import dev.slipway.wire.SkippedTrigger;
import dev.slipway.wire.Unmet;
import dev.slipway.wire.UnshippedPush;
import dev.slipway.wire.Way;
import dev.slipway.wire.Why;
import java.util.List;
import java.util.Optional;

/** What guardrails say, and what is locked. */
public final class Guardrails {

  private Guardrails() {}

  static Guardrail guardrail(GuardrailRow row, Shown shown) {
    return new Guardrail(
        row.name().value(),
        GuardrailVerdict.valueOf(row.verdict().name()),
        shown.told(row.because()),
        row.policy().map(it -> it.value()),
        row.since());
  }

  static List<Bypass> bypassed(List<BypassRow> rows, Shown shown) {
    return rows.stream()
        .map(row ->
            new Bypass(
                row.guardrail().value(), row.because().value(), shown.actor(row.by()), row.at()))
        .toList();
  }

  /**
   * Why a placement is as it is.
   *
   * @param campaign what sends, or sent, what it is about
   * @param unshipped the newest pushes, where nothing was shipped since
   */
  public static Why why(
      Explanations.Explained why,
      Optional<CampaignId> campaign,
      List<PushRow> unshipped,
      Shown shown) {
    return new Why(
        shown.told(why.because()),
        why.delivery().map(DeliveryId::number),
        why.unmet().stream().map(one -> unmet(one, shown)).toList(),
        why.earliest(),
        campaign.map(CampaignId::value),
        unshipped.stream().map(Guardrails::push).toList());
  }

  private static UnshippedPush push(PushRow row) {
    return new UnshippedPush(
        row.ref().value(),
        row.sha().value(),
        row.at(),
        row.event().value(),
        row.triggers().stream()
            .map(said -> new SkippedTrigger(said.trigger().value(), Shown.reason(said.because())))
            .toList());
  }

  private static Unmet unmet(Explanations.Unmet one, Shown shown) {
    return new Unmet(
        one.what(),
        shown.told(one.because()),
        one.earliest(),
        one.ways().stream()
            .map(way -> new Way(Grants.role(way.least()), shown.said(way.who()), way.command()))
            .toList());
  }

  /**
   * What somebody keeps as it is.
   *
   * @param environments of the group that it names
   */
  public static Lock lock(LockRow row, List<String> environments, Shown shown) {
    var lock = row.lock();
    return new Lock(
        lock.id().value(),
        Grants.scope(lock.scope()),
        environments,
        shown.actor(lock.owner()),
        lock.reason().value(),
        LockStrength.valueOf(lock.strength().name()),
        row.since(),
        lock.until());
  }
}
