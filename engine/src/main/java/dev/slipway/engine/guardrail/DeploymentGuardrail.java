package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.Gated;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * GitHub makes a deployment of it before it starts. That leaves something there, so it is asked
 * last, when all else holds; and only once the ledger says that it is asked, so that nothing was
 * made there of which nothing is known here. It holds no rollback.
 *
 * <pre>
 *   something else does not hold        what was said last; nothing where it was not asked
 *   not asked yet                       PENDING; from then on it is asked
 *   there is a deployment               PASS
 *   not yet, or GitHub does not answer  PENDING, and asked again; FAIL after its time
 *   no GitHub that may be asked         INCONCLUSIVE; FAIL after its time
 *   GitHub declines                     FAIL
 * </pre>
 *
 * It is asked only when its turn comes, and not on the way of anything else, which would have to
 * wait for GitHub with what follows from it.
 */
final class DeploymentGuardrail {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final String THERE = "deployment-there";

  private DeploymentGuardrail() {}

  /** Who asks for it, and how. */
  private record Rule(DeploymentPolicy policy, PolicyRevision revision) {}

  /** What it says, as far as that is known; nobody is asked. */
  static Optional<Judged> known(Deliberation d, RolloutState rollout, List<Judged> others) {
    return rule(d, rollout)
        .flatMap(rule ->
            said(rollout, rule)
                .map(said -> stands(d, rollout, rule, said, hold(others)))
                .or(() ->
                    hold(others)
                        ? Optional.of(
                            judged(rollout, rule, GuardrailVerdict.PENDING, begins(), d.now()))
                        : Optional.empty()));
  }

  /** What it says; GitHub is asked where it is time for that. */
  static Optional<Judged> heard(Deliberation d, RolloutState rollout, List<Judged> others) {
    return rule(d, rollout)
        .flatMap(rule ->
            said(rollout, rule)
                .filter(said -> !said.passes() && hold(others) && d.isTick())
                .filter(_ -> Bypassing.of(rollout, GuardrailName.DEPLOYMENT).isEmpty())
                .map(_ -> asked(d, rollout, rule))
                .or(() -> known(d, rollout, others)));
  }

  private static boolean hold(List<Judged> others) {
    return others.stream().allMatch(Judged::passes);
  }

  /** What was said by the policy that is in force; by another one it is asked anew. */
  private static Optional<Gated.Said> said(RolloutState rollout, Rule rule) {
    return rollout
        .gated()
        .said(GuardrailName.DEPLOYMENT)
        .filter(said -> said.policy().equals(Optional.of(rule.revision())));
  }

  private static Optional<Rule> rule(Deliberation d, RolloutState rollout) {
    Placement placement = rollout.delivery().id().placement();
    return rollout.isWaiting()
            && d.world()
                .deliveries()
                .shipments()
                .bringing(rollout.delivery().shipment())
                .isPresent()
        ? d.environment(placement.environment())
            .flatMap(environment ->
                environment
                    .definition()
                    .guardrails()
                    .flatMap(GuardrailPolicy::deployment)
                    .map(policy ->
                        new Rule(
                            policy,
                            PolicyRevision.of(placement.environment(), environment.origin()))))
        : Optional.empty();
  }

  private static Judged asked(Deliberation d, RolloutState rollout, Rule rule) {
    Need.DeploymentOf need =
        new Need.DeploymentOf(
            d.organisation(),
            rollout.delivery().id(),
            CheckReading.repository(rollout.delivery().change()),
            rollout.delivery().change().sha(),
            rule.policy(),
            since(d, rollout, rule));
    return switch (Told.deployment(d, need)) {
      case Told.Open<Answer.Deployment> _ ->
          judged(rollout, rule, GuardrailVerdict.PENDING, begins(), d.now());
      case Told.Unusable<Answer.Deployment>(Reason because) ->
          waits(d, rollout, rule, GuardrailVerdict.INCONCLUSIVE, because);
      case Told.Unavailable<Answer.Deployment>(Reason because) ->
          waits(d, rollout, rule, GuardrailVerdict.PENDING, because);
      case Told.Known<Answer.Deployment>(Answer.Deployment answer, Instant _) ->
          switch (answer.word()) {
            case DeploymentWord.There(Reason because) ->
                Judged.pass(
                    GuardrailName.DEPLOYMENT,
                    new Reason(THERE, because.sentence()),
                    rule.revision());
            case DeploymentWord.NotYet(Reason because) ->
                waits(d, rollout, rule, GuardrailVerdict.PENDING, because);
            case DeploymentWord.Declined(Reason because) ->
                judged(rollout, rule, GuardrailVerdict.FAIL, ended(rollout, because));
          };
    };
  }

  /** It is asked again until its time is over. */
  private static Judged waits(
      Deliberation d, RolloutState rollout, Rule rule, GuardrailVerdict verdict, Reason because) {
    Instant deadline = deadline(d, rollout, rule);
    if (!d.now().isBefore(deadline)) {
      Reason over =
          new Reason(
              "deployment-deadline",
              "There was no deployment by %s. %s".formatted(deadline, because.sentence()));
      return judged(rollout, rule, GuardrailVerdict.FAIL, ended(rollout, over));
    }
    Reason until =
        new Reason(because.code(), "%s It has until %s.".formatted(because.sentence(), deadline));
    return judged(rollout, rule, verdict, until, next(d, rollout, rule));
  }

  /** What was said stands until it is asked again; where that waits for others, they say when. */
  private static Judged stands(
      Deliberation d, RolloutState rollout, Rule rule, Gated.Said said, boolean asks) {
    if (said.passes()) {
      return Judged.pass(GuardrailName.DEPLOYMENT, said.because(), rule.revision());
    }
    if (!asks) {
      return judged(rollout, rule, said.verdict(), said.because());
    }
    Instant next = said.because().code().equals(Gated.ASKING) ? d.now() : next(d, rollout, rule);
    return judged(rollout, rule, said.verdict(), said.because(), next);
  }

  private static Instant next(Deliberation d, RolloutState rollout, Rule rule) {
    Instant next = CheckTimes.turn(begun(d, rollout), FIRST, d.now()).next();
    Instant deadline = deadline(d, rollout, rule);
    return next.isBefore(deadline) ? next : deadline;
  }

  private static Instant begun(Deliberation d, RolloutState rollout) {
    return rollout.gated().asking().orElseGet(d::now);
  }

  private static Instant deadline(Deliberation d, RolloutState rollout, Rule rule) {
    return begun(d, rollout).plus(rule.policy().deadline());
  }

  /** At its deadline it is asked once more. */
  private static Instant since(Deliberation d, RolloutState rollout, Rule rule) {
    Instant last = CheckTimes.turn(begun(d, rollout), FIRST, d.now()).last();
    Instant deadline = deadline(d, rollout, rule);
    return deadline.isAfter(last) && !d.now().isBefore(deadline) ? deadline : last;
  }

  private static Reason begins() {
    return new Reason(Gated.ASKING, "GitHub is asked for a deployment; all else holds.");
  }

  private static Reason ended(RolloutState rollout, Reason because) {
    DeliveryId id = rollout.delivery().id();
    return new Reason(
        because.code(),
        "%s Once that is put right: slipway deploy %s --to %s --sha %s"
            .formatted(
                because.sentence(),
                id.placement().application(),
                id.placement().environment(),
                rollout.delivery().change().sha()));
  }

  private static Judged judged(
      RolloutState rollout, Rule rule, GuardrailVerdict verdict, Reason because) {
    return judged(rollout, rule, verdict, because, Optional.empty());
  }

  private static Judged judged(
      RolloutState rollout, Rule rule, GuardrailVerdict verdict, Reason because, Instant again) {
    return judged(rollout, rule, verdict, because, Optional.of(again));
  }

  private static Judged judged(
      RolloutState rollout,
      Rule rule,
      GuardrailVerdict verdict,
      Reason because,
      Optional<Instant> again) {
    boolean begins = because.code().equals(Gated.ASKING);
    return new Judged(
        GuardrailName.DEPLOYMENT,
        verdict,
        because,
        rule.revision(),
        again,
        Optional.empty(),
        begins || verdict == GuardrailVerdict.FAIL
            ? List.of()
            : Stream.of(rollout.delivery().id()).map(DeploymentGuardrail::past).toList());
  }

  private static Way past(DeliveryId id) {
    return new Way(
        Role.OWNER,
        "An owner of %s, in an emergency".formatted(id.placement().environment()),
        "slipway bypass %s deployment --reason WHY".formatted(id));
  }
}
