package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.guarded;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.why.Afresh;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.model.need.Need;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GitHub is asked for a deployment before a delivery starts, and what follows from its answer. */
class DeploymentGuardrailTest {

  static final DeploymentPolicy POLICY =
      policy(List.of(new CheckName("ci/build")), true, Duration.ofMinutes(10));

  private static final Answer THERE =
      word(new DeploymentWord.There(new Reason("github-deployment", "It keeps deployment 1.")));
  private static final Answer UNMET =
      word(new DeploymentWord.NotYet(new Reason("github-checks", "First these: ci/build.")));
  private static final Answer MERGED =
      word(new DeploymentWord.NotYet(new Reason("github-merged", "It merged first.")));
  private static final Answer CONFLICT =
      word(new DeploymentWord.Declined(new Reason("github-conflict", "It cannot merge.")));
  private static final Answer AWAY =
      new Answer.Unavailable(new Reason("github-limit", "It asks for patience."));
  private static final Answer NOBODY =
      new Answer.Unusable(new Reason("deployments-not-asked", "No GitHub may be asked."));

  private static DeploymentPolicy policy(
      List<CheckName> checks, boolean merges, Duration deadline) {
    return new DeploymentPolicy(
        Optional.empty(), Optional.of(checks), merges, false, Production.BY_NAME, deadline);
  }

  private static Answer word(DeploymentWord word) {
    return new Answer.Deployment(word);
  }

  private static Given guarding(GuardrailPolicy policy) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(guarded("staging", policy)));
    return given;
  }

  /** A delivery waits for its deployment, and GitHub says this when it is asked. */
  private static Given pushed(Answer answer) {
    Given given = guarding(GuardrailPolicy.NONE.with(POLICY));
    given.git.deployment(answer);
    Approving.push(given, 2);
    return given;
  }

  /** GitHub was asked once, and wants a check green. */
  static Given unmet() {
    Given given = pushed(UNMET);
    given.whenTicked("staging");
    return given;
  }

  private static List<Need.DeploymentOf> asked(Then then) {
    return then.asked().stream()
        .filter(Need.DeploymentOf.class::isInstance)
        .map(Need.DeploymentOf.class::cast)
        .toList();
  }

  private static GuardrailJudged verdict(Then then) {
    return then.all(GuardrailJudged.class).stream()
        .filter(judged -> judged.guardrail().equals(GuardrailName.DEPLOYMENT))
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private static Instant wake(Then then) {
    return Optional.ofNullable(then.decision().wakeAt().get(Given.placement("staging")))
        .orElseThrow();
  }

  @Test
  void it_is_written_that_github_is_asked_before_it_is_and_nothing_else_waits_for_its_answer() {
    Given given = guarding(GuardrailPolicy.NONE.with(POLICY));
    given.git.deployment(THERE);
    Then pushed = Approving.push(given, 2);
    assertThat(asked(pushed)).isEmpty();
    assertThat(pushed.all(OrderIssued.class)).isEmpty();
    assertThat(verdict(pushed).verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(verdict(pushed).because().code()).isEqualTo("deployment-asked");
    assertThat(wake(pushed)).isEqualTo(given.now());
    Then ticked = given.whenTicked("staging");
    assertThat(asked(ticked))
        .singleElement()
        .satisfies(need -> {
          assertThat(need.delivery()).isEqualTo(verdict(pushed).delivery());
          assertThat(need.sha()).isEqualTo(sha(2));
          assertThat(need.asked()).isEqualTo(POLICY);
        });
    assertThat(verdict(ticked).verdict()).isEqualTo(GuardrailVerdict.PASS);
    ticked.one(RolloutStarted.class);
    ticked.one(OrderIssued.class);
  }

  /** What GitHub says, and what becomes of the delivery. */
  record Case(Answer answer, GuardrailVerdict verdict, String code, boolean ends) {}

  static List<Case> answers() {
    return List.of(
        new Case(UNMET, GuardrailVerdict.PENDING, "github-checks", false),
        new Case(MERGED, GuardrailVerdict.PENDING, "github-merged", false),
        new Case(AWAY, GuardrailVerdict.PENDING, "github-limit", false),
        new Case(NOBODY, GuardrailVerdict.INCONCLUSIVE, "deployments-not-asked", false),
        new Case(CONFLICT, GuardrailVerdict.FAIL, "github-conflict", true));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void without_a_deployment_nothing_starts_and_the_reason_is_written(Case one) {
    Given given = pushed(one.answer());
    Then ticked = given.whenTicked("staging");
    assertThat(ticked.all(RolloutStarted.class)).isEmpty();
    assertThat(verdict(ticked).verdict()).isEqualTo(one.verdict());
    assertThat(verdict(ticked).because().code()).isEqualTo(one.code());
    assertThat(ticked.all(ShipmentStopped.class)).hasSize(one.ends() ? 1 : 0);
  }

  static Stream<Answer> waitedFor() {
    return Stream.of(UNMET, MERGED, AWAY, NOBODY);
  }

  @ParameterizedTest
  @MethodSource("waitedFor")
  void it_is_asked_again_ever_later_and_goes_on_once_there_is_a_deployment(Answer answer) {
    Given given = pushed(answer);
    Instant begun = given.now();
    Then first = given.whenTicked("staging");
    assertThat(wake(first)).isEqualTo(begun.plusSeconds(5));
    given.later(Duration.ofSeconds(5));
    Then second = given.whenTicked("staging");
    assertThat(asked(second))
        .singleElement()
        .extracting(Need.DeploymentOf::since)
        .isEqualTo(begun.plusSeconds(5));
    assertThat(second.entries()).isEmpty();
    assertThat(wake(second)).isEqualTo(begun.plusSeconds(15));
    given.git.deployment(THERE);
    given.later(Duration.ofSeconds(10));
    given.whenTicked("staging").one(RolloutStarted.class);
  }

  @ParameterizedTest
  @MethodSource("waitedFor")
  void at_its_deadline_it_is_asked_once_more_and_ends(Answer answer) {
    Given given = pushed(answer);
    Instant deadline = given.now().plus(POLICY.deadline());
    given.whenTicked("staging");
    given.later(POLICY.deadline().minusSeconds(1));
    assertThat(wake(given.whenTicked("staging"))).isEqualTo(deadline);
    given.later(Duration.ofSeconds(1));
    Then late = given.whenTicked("staging");
    assertThat(asked(late))
        .singleElement()
        .extracting(Need.DeploymentOf::since)
        .isEqualTo(deadline);
    assertThat(verdict(late).because().code()).isEqualTo("deployment-deadline");
    assertThat(late.one(ShipmentStopped.class).because().sentence())
        .contains("by " + deadline)
        .endsWith("slipway deploy shop --to staging --sha " + sha(2));
  }

  @Test
  void a_deployment_that_is_there_at_the_deadline_counts() {
    Given given = unmet();
    given.later(POLICY.deadline());
    given.git.deployment(THERE);
    given.whenTicked("staging").one(RolloutStarted.class);
  }

  @Test
  void it_is_not_asked_while_anything_else_does_not_hold() {
    ChecksPolicy checks =
        new ChecksPolicy(List.of(new CheckName("ci/build")), List.of(), Duration.ofMinutes(30));
    Given given = guarding(GuardrailPolicy.NONE.with(checks).with(POLICY));
    given.git.deployment(THERE);
    Then pushed = Approving.push(given, 2);
    assertThat(pushed.all(GuardrailJudged.class))
        .noneMatch(judged -> judged.guardrail().equals(GuardrailName.DEPLOYMENT));
    assertThat(asked(given.whenTicked("staging"))).isEmpty();
  }

  @Test
  void people_approve_before_it_is_asked() {
    Given given = Approving.ready(approvals(1));
    given.when(
        Fixtures.apply(
            guarded("staging", GuardrailPolicy.NONE.with(List.of(approvals(1))).with(POLICY))));
    given.git.deployment(THERE);
    Approving.push(given, 2);
    assertThat(asked(given.whenTicked("staging"))).isEmpty();
    Then approved = given.when(Approving.ANNA, Approving.approve(given));
    assertThat(verdict(approved).because().code()).isEqualTo("deployment-asked");
    assertThat(asked(approved)).isEmpty();
    given.whenTicked("staging").one(RolloutStarted.class);
  }

  @Test
  void a_lock_keeps_what_was_said_and_nothing_is_asked_behind_it() {
    Given given = unmet();
    Approving.lockStaging(given);
    given.later(POLICY.deadline().plus(Duration.ofHours(1)));
    Then ticked = given.whenTicked("staging");
    assertThat(asked(ticked)).isEmpty();
    assertThat(ticked.decision().wakeAt()).isEmpty();
    assertThat(given.at("staging").active()).isPresent();
    given.git.deployment(THERE);
    Approving.unlockStaging(given);
    given.whenTicked("staging").one(RolloutStarted.class);
  }

  @Test
  void a_lock_between_the_word_that_it_is_asked_and_the_asking_is_waited_for_without_haste() {
    Given given = pushed(THERE);
    Approving.lockStaging(given);
    Then ticked = given.whenTicked("staging");
    assertThat(asked(ticked)).isEmpty();
    assertThat(ticked.decision().wakeAt()).isEmpty();
    Then unlocked = Approving.unlockStaging(given);
    assertThat(wake(unlocked)).isEqualTo(given.now());
    given.whenTicked("staging").one(RolloutStarted.class);
  }

  @Test
  void another_policy_is_asked_for_anew_and_none_asks_for_nothing() {
    Given given = unmet();
    given.git.deployment(THERE);
    DeploymentPolicy other = policy(List.of(), false, Duration.ofHours(1));
    given.later(Duration.ofMinutes(1));
    Then applied = given.when(Fixtures.apply(guarded("staging", GuardrailPolicy.NONE.with(other))));
    assertThat(verdict(applied).because().code()).isEqualTo("deployment-asked");
    Then ticked = given.whenTicked("staging");
    assertThat(asked(ticked)).singleElement().extracting(Need.DeploymentOf::asked).isEqualTo(other);
    ticked.one(RolloutStarted.class);
    Given free = unmet();
    free.when(Fixtures.apply(guarded("staging", GuardrailPolicy.NONE))).one(RolloutStarted.class);
  }

  @Test
  void a_rollback_asks_nobody() {
    Given given = pushed(THERE);
    given.whenTicked("staging");
    given.whenConverged(Fixtures.target("staging", "local"));
    Approving.push(given, 3);
    given.whenTicked("staging");
    given.whenConverged(Fixtures.target("staging", "local"));
    given.git.deployment(CONFLICT);
    Then back =
        given.when(
            new Command.Rollback(
                Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    back.one(RolloutStarted.class);
    assertThat(asked(back)).isEmpty();
  }

  @Test
  void why_says_what_is_missing_and_never_asks_github_itself() {
    Given given = unmet();
    assertThat(Afresh.explain(given.world(), Given.placement("staging"), given.now()).unmet())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.what()).isEqualTo("deployment");
          assertThat(one.because().sentence()).startsWith("First these: ci/build. It has until ");
          assertThat(one.ways().getFirst().command())
              .startsWith("slipway bypass shop/staging#1 deployment");
        });
  }
}
