package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.guardrail.Juncture;
import java.util.List;

/**
 * One kind of thing that must hold. It reads the policy in force, through the deliberation, so that
 * a policy and a start are ordered by the ledger.
 */
interface Guardrail {

  /** Every kind, in the order in which they are told. */
  List<Guardrail> ALL =
      List.of(
          new LockGuardrail(),
          new PolicyGuardrail(),
          new SecretsGuardrail(),
          new ChecksGuardrail(),
          new SoakGuardrail(),
          new DependencyGuardrail(),
          new ResourceGuardrail(),
          new SetGuardrail(),
          new ApprovalGuardrail(),
          new ConcurrencyGuardrail(),
          new StepGuardrail(),
          new BakeGuardrail());

  /** What it says of a rollout now, at a juncture; nothing when nobody asks for it there. */
  List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at);
}
