package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.StepContinued;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.PolicyRevision;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What stands at the gate of a rollout.
 *
 * @param verdicts what guardrails said last, by name; one that never had to speak is not here
 * @param approvals every word that was given, in order
 * @param pass by which it goes although as many are under way as may be
 * @param bypassed which guardrails it passes although they do not hold
 * @param continued from which steps people said that it goes on
 * @param asking since when its Git host is asked for a deployment; absent where it is not
 */
public record Gated(
    PSortedMap<GuardrailName, Said> verdicts,
    PVector<Approval> approvals,
    Optional<Pass> pass,
    PSortedMap<GuardrailName, Bypass> bypassed,
    PVector<Integer> continued,
    Optional<Instant> asking) {

  /** The code of the word that a Git host is asked from now on. */
  public static final String ASKING = "deployment-asked";

  static final Gated NOT_YET =
      new Gated(
          TreePMap.empty(),
          TreePVector.empty(),
          Optional.empty(),
          TreePMap.empty(),
          TreePVector.empty(),
          Optional.empty());

  /** Who let it pass the limit, and when. */
  public record Pass(ActorId by, Instant at) {}

  /** Who let it pass a guardrail, as what it was then, why, and when. */
  public record Bypass(Digest hash, Remark because, ActorId by, Instant at) {}

  /**
   * One guardrail's last word.
   *
   * @param policy by what it was judged; absent where nothing asks for it any more
   */
  public record Said(GuardrailVerdict verdict, Reason because, Optional<PolicyRevision> policy) {
    public boolean passes() {
      return verdict == GuardrailVerdict.PASS;
    }
  }

  public Optional<Said> said(GuardrailName guardrail) {
    return Optional.ofNullable(verdicts.get(guardrail));
  }

  /** Why it may not go on; of several reasons the first by name. */
  Optional<Reason> because() {
    return verdicts.values().stream().filter(said -> !said.passes()).map(Said::because).findFirst();
  }

  Gated with(GuardrailJudged entry, Instant at) {
    Said said = new Said(entry.verdict(), entry.because(), entry.policy());
    boolean begins =
        entry.guardrail().equals(GuardrailName.DEPLOYMENT) && entry.because().code().equals(ASKING);
    return new Gated(
        verdicts.plus(entry.guardrail(), said),
        approvals,
        pass,
        bypassed,
        continued,
        begins ? Optional.of(at) : asking);
  }

  Gated with(ApprovalGiven entry, Instant at) {
    Approval approval = new Approval(entry.hash(), entry.by(), entry.person(), entry.self(), at);
    return new Gated(verdicts, approvals.plus(approval), pass, bypassed, continued, asking);
  }

  Gated with(LimitPassed entry, Instant at) {
    return new Gated(
        verdicts, approvals, Optional.of(new Pass(entry.by(), at)), bypassed, continued, asking);
  }

  Gated with(GuardrailBypassed entry, Instant at) {
    Bypass bypass = new Bypass(entry.hash(), entry.because(), entry.by(), at);
    return new Gated(
        verdicts, approvals, pass, bypassed.plus(entry.guardrail(), bypass), continued, asking);
  }

  Gated with(StepContinued entry) {
    return new Gated(verdicts, approvals, pass, bypassed, continued.plus(entry.step()), asking);
  }
}
