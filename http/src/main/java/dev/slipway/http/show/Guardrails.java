package dev.slipway.http.show;

import dev.slipway.views.row.GuardrailRow;
import dev.slipway.views.row.LockRow;
import dev.slipway.wire.Guardrail;
import dev.slipway.wire.GuardrailVerdict;
import dev.slipway.wire.Lock;
import dev.slipway.wire.LockStrength;

/** What guardrails say, and what is locked. */
public final class Guardrails {

  private Guardrails() {}

  static Guardrail guardrail(GuardrailRow row) {
    return new Guardrail(
        row.name().value(),
        GuardrailVerdict.valueOf(row.verdict().name()),
        Shown.reason(row.because()),
        row.policy().map(it -> it.value()),
        row.since());
  }

  public static Lock lock(LockRow row, Shown shown) {
    var lock = row.lock();
    return new Lock(
        lock.id().value(),
        Grants.scope(lock.scope()),
        shown.actor(lock.owner()),
        lock.reason().value(),
        LockStrength.valueOf(lock.strength().name()),
        row.since(),
        lock.until());
  }
}
