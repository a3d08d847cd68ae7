package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.Gated;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
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

  private final Deliberation d;
  private final RolloutState rollout;
  private final DeploymentPolicy policy;
  private final PolicyRevision revision;

  private DeploymentGuardrail(
      Deliberation d, RolloutState rollout, DeploymentPolicy policy, PolicyRevision revision) {
    this.d = d;
    this.rollout = rollout;
    this.policy = policy;
    this.revision = revision;
  }

  /** What it says, as far as that is known; nobody is asked. */
  static Optional<Judged> known(Deliberation d, RolloutState rollout, List<Judged> others) {
    return of(d, rollout).flatMap(guardrail -> guardrail.known(hold(others)));
  }

  /** What it says; GitHub is asked where it is time for that. */
  static Optional<Judged> heard(Deliberation d, RolloutState rollout, List<Judged> others) {
    return of(d, rollout).flatMap(guardrail -> guardrail.heard(hold(others)));
  }

  /** It is for what brings something, before that starts, where the environment asks for it. */
  private static Optional<DeploymentGuardrail> of(Deliberation d, RolloutState rollout) {
    EnvironmentName here = rollout.delivery().id().placement().environment();
    return rollout.isWaiting()
            && d.world()
                .deliveries()
                .shipments()
                .bringing(rollout.delivery().shipment())
                .isPresent()
        ? d.environment(here)
            .flatMap(environment ->
                environment
                    .definition()
                    .guardrails()
                    .flatMap(GuardrailPolicy::deployment)
                    .map(policy ->
                        new DeploymentGuardrail(
                            d, rollout, policy, PolicyRevision.of(here, environment.origin()))))
        : Optional.empty();
  }

  private static boolean hold(List<Judged> others) {
    return others.stream().allMatch(Judged::passes);
  }

  private Optional<Judged> known(boolean othersHold) {
    return said()
        .map(said -> stands(said, othersHold))
        .or(() ->
            othersHold
                ? Optional.of(judged(GuardrailVerdict.PENDING, begins(), d.now()))
                : Optional.empty());
  }

  private Optional<Judged> heard(boolean othersHold) {
    return said()
        .filter(said -> !said.passes() && othersHold && d.isTick())
        .filter(_ -> Bypassing.of(rollout, GuardrailName.DEPLOYMENT).isEmpty())
        .map(_ -> asked())
        .or(() -> known(othersHold));
  }

  /** What was said by the policy that is in force; by another one it is asked anew. */
  private Optional<Gated.Said> said() {
    return rollout
        .gated()
        .said(GuardrailName.DEPLOYMENT)
        .filter(said -> said.policy().equals(Optional.of(revision)));
  }

  private Judged asked() {
    Need.DeploymentOf need =
        new Need.DeploymentOf(
            d.organisation(),
            rollout.delivery().id(),
            CheckReading.repository(rollout.delivery().change()),
            rollout.delivery().change().sha(),
            policy,
            since());
    return switch (Told.deployment(d, need)) {
      case Told.Open<Answer.Deployment> _ -> judged(GuardrailVerdict.PENDING, begins(), d.now());
      case Told.Unusable<Answer.Deployment>(Reason because) ->
          waits(GuardrailVerdict.INCONCLUSIVE, because);
      case Told.Unavailable<Answer.Deployment>(Reason because) ->
          waits(GuardrailVerdict.PENDING, because);
      case Told.Known<Answer.Deployment>(Answer.Deployment answer, Instant _) ->
          switch (answer.word()) {
            case DeploymentWord.There(Reason because) ->
                Judged.pass(
                    GuardrailName.DEPLOYMENT, new Reason(THERE, because.sentence()), revision);
            case DeploymentWord.NotYet(Reason because) -> waits(GuardrailVerdict.PENDING, because);
            case DeploymentWord.Declined(Reason because) ->
                judged(GuardrailVerdict.FAIL, ended(because));
          };
    };
  }

  /** It is asked again until its time is over. */
  private Judged waits(GuardrailVerdict verdict, Reason because) {
    Instant deadline = deadline();
    if (!d.now().isBefore(deadline)) {
      Reason over =
          new Reason(
              "deployment-deadline",
              "There was no deployment by %s. %s".formatted(deadline, because.sentence()));
      return judged(GuardrailVerdict.FAIL, ended(over));
    }
    Reason until =
        new Reason(because.code(), "%s It has until %s.".formatted(because.sentence(), deadline));
    return judged(verdict, until, next());
  }

  /** What was said stands until it is asked again; where that waits for others, they say when. */
  private Judged stands(Gated.Said said, boolean asks) {
    if (said.passes()) {
      return Judged.pass(GuardrailName.DEPLOYMENT, said.because(), revision);
    }
    if (!asks) {
      return judged(said.verdict(), said.because());
    }
    Instant next = said.because().code().equals(Gated.ASKING) ? d.now() : next();
    return judged(said.verdict(), said.because(), next);
  }

  private Instant next() {
    Instant next = CheckTimes.turn(begun(), FIRST, d.now()).next();
    Instant deadline = deadline();
    return next.isBefore(deadline) ? next : deadline;
  }

  private Instant begun() {
    return rollout.gated().asking().orElseGet(d::now);
  }

  private Instant deadline() {
    return begun().plus(policy.deadline());
  }

  /** At its deadline it is asked once more. */
  private Instant since() {
    Instant last = CheckTimes.turn(begun(), FIRST, d.now()).last();
    Instant deadline = deadline();
    return deadline.isAfter(last) && !d.now().isBefore(deadline) ? deadline : last;
  }

  private static Reason begins() {
    return new Reason(Gated.ASKING, "GitHub is asked for a deployment; all else holds.");
  }

  private Reason ended(Reason because) {
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

  private Judged judged(GuardrailVerdict verdict, Reason because) {
    return judged(verdict, because, Optional.empty());
  }

  private Judged judged(GuardrailVerdict verdict, Reason because, Instant again) {
    return judged(verdict, because, Optional.of(again));
  }

  private Judged judged(GuardrailVerdict verdict, Reason because, Optional<Instant> again) {
    boolean begins = because.code().equals(Gated.ASKING);
    return new Judged(
        GuardrailName.DEPLOYMENT,
        verdict,
        because,
        revision,
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
