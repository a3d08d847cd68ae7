package dev.slipway.engine;

import static dev.slipway.engine.Approving.push;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.guarded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an owner lets one delivery pass, and what nobody does. */
class BypassTest {

  private static final ActorId OLGA = new ActorId("olga");
  private static final ActorId DORA = new ActorId("dora");
  private static final Remark WHY = new Remark("Checkout is down.");
  private static final TargetId STAGING = Fixtures.target("staging", "local");

  /**
   * A story that ends where one guardrail holds a delivery, and what follows once it is bypassed.
   */
  record Held(
      String guardrail, String environment, Supplier<Given> story, Class<? extends Entry> then) {
    @Override
    public String toString() {
      return guardrail;
    }
  }

  static List<Held> held() {
    return List.of(
        new Held("approval", "staging", () -> Approving.waiting(approvals(1)), OrderIssued.class),
        new Held(
            "check ci/build", "staging", () -> built(Juncture.AFTER_APPROVAL), OrderIssued.class),
        new Held(
            "check ci/build (before approval)",
            "staging",
            () -> built(Juncture.BEFORE_APPROVAL),
            OrderIssued.class),
        new Held("check ci/build (after)", "staging", BypassTest::builtLate, RolloutSettled.class),
        new Held("soak", "production", SoakTest::settled, OrderIssued.class),
        new Held(
            "dependency billing",
            "staging",
            () -> DependencyTest.waiting(Optional.empty()),
            OrderIssued.class),
        new Held("resource orders-schema", "staging", Outside::waiting, OrderIssued.class),
        new Held("deployment", "staging", DeploymentGuardrailTest::unmet, OrderIssued.class),
        new Held("bake", "staging", BypassTest::baking, OrderIssued.class),
        new Held("step", "staging", BypassTest::observed, OrderIssued.class));
  }

  private static Given built(Juncture at) {
    Given given = PushTest.shopAdded();
    ChecksPolicy policy =
        new ChecksPolicy(
            List.of(new CheckName("ci/build")), List.of(), Duration.ofMinutes(30), Optional.of(at));
    given.when(Fixtures.apply(guarded("staging", GuardrailPolicy.NONE.with(policy))));
    push(given, 2);
    return given;
  }

  private static Given builtLate() {
    Given given = built(Juncture.AFTER);
    given.whenConverged(STAGING);
    return given;
  }

  private static Given baking() {
    return Baking.baking(Baking.BLUE_GREEN, OnFailure.HALT);
  }

  /** A canary is at its first share. */
  private static Given observed() {
    Given given =
        Strategies.underWay(
            Fixtures.declared("staging", false),
            Strategies.canary(Stay.Otherwise.BACK),
            Fixtures.target("staging", "a"));
    Strategies.converge(given);
    return given;
  }

  /** The same canary asks people. */
  private static Given asking() {
    Given given = observed();
    given.later(Strategies.TIME).whenTicked("staging");
    Strategies.converge(given);
    return given;
  }

  private static Given owned(Given given) {
    given.when(
        new Command.IssueToken(
            OLGA, Role.OWNER, new Scope.OfEnvironment(Fixtures.environment("staging"))));
    return given;
  }

  private static RolloutState rollout(Given given, String environment) {
    return given.at(environment).active().orElseThrow();
  }

  private static Command bypass(Given given, String environment, String guardrail) {
    RolloutState rollout = rollout(given, environment);
    return bypass(rollout.delivery().id(), rollout.delivery().hash(), guardrail);
  }

  private static Command bypass(DeliveryId id, Digest hash, String guardrail) {
    return new Command.Bypass(id, hash, new GuardrailName(guardrail), WHY);
  }

  @ParameterizedTest
  @MethodSource("held")
  void what_holds_a_delivery_is_bypassed_and_it_goes_on_with_who_and_why(Held held) {
    Given given = held.story().get();

    Then then = given.when(bypass(given, held.environment(), held.guardrail()));

    assertThat(then.entries().getFirst().entry()).isInstanceOf(GuardrailBypassed.class);
    GuardrailJudged judged =
        then.all(GuardrailJudged.class).stream()
            .filter(it -> it.guardrail().value().equals(held.guardrail()))
            .findFirst()
            .orElseThrow();
    assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.PASS);
    assertThat(judged.because().code()).isEqualTo("bypassed");
    assertThat(judged.because().sentence()).endsWith(": Checkout is down.");
    assertThat(then.all(held.then())).isNotEmpty();
  }

  @Test
  void it_takes_an_owner_of_the_environment() {
    Given given = owned(Approving.waiting(approvals(2)));
    given.when(new Command.IssueToken(DORA, Role.DEPLOYER, new Scope.Everything()));
    Command bypass = bypass(given, "staging", "approval");

    given.when(DORA, bypass).refusedBecause("not-allowed");
    given.when(Approving.ANNA, bypass).refusedBecause("not-allowed");
    GuardrailBypassed written = given.when(OLGA, bypass).one(GuardrailBypassed.class);

    assertThat(written.by()).isEqualTo(OLGA);
    assertThat(written.because()).isEqualTo(WHY);
  }

  @Test
  void an_owner_of_another_environment_bypasses_nothing_here() {
    Given given = SoakTest.settled();
    owned(given).when(OLGA, bypass(given, "production", "soak")).refusedBecause("not-allowed");
  }

  @Test
  void only_what_was_looked_at_goes_past() {
    Given given = Approving.waiting(approvals(1));
    DeliveryId id = rollout(given, "staging").delivery().id();
    given.when(bypass(id, Fixtures.digest("another"), "approval")).refusedBecause("hash-differs");
  }

  static Stream<List<String>> never() {
    return Stream.of(
        List.of("lock", "lock-not-bypassed", "slipway unlock shop/staging"),
        List.of("concurrency", "limit-not-bypassed", "slipway queue pass shop/staging#1"),
        List.of("set", "set-not-bypassed", "slipway cancel SET"),
        List.of("policy no-debug", "policy-not-bypassed", "slipway why shop/staging"),
        List.of("decision", "decision-not-bypassed", "slipway continue shop/staging#1"));
  }

  @ParameterizedTest
  @MethodSource("never")
  void what_has_a_way_of_its_own_is_refused_and_told(List<String> row) {
    Given given = Approving.waiting(approvals(1));
    Approving.lockStaging(given);
    Then then = given.when(bypass(given, "staging", row.getFirst()));
    then.refusedBecause(row.get(1));
    assertThat(then.settlement().because().sentence()).contains(row.get(2));
    assertThat(then.all(GuardrailBypassed.class)).isEmpty();
  }

  @Test
  void a_decision_that_is_asked_of_people_is_theirs() {
    Given given = asking();
    given.when(bypass(given, "staging", "decision")).refusedBecause("decision-not-bypassed");
  }

  @Test
  void a_name_that_nothing_has_is_told_with_those_that_hold_it() {
    Given given = Approving.waiting(approvals(1));
    Then then = given.when(bypass(given, "staging", "approvals"));
    then.refusedBecause("unknown-guardrail");
    assertThat(then.settlement().because().sentence())
        .isEqualTo(
            "Nothing of the name approvals is asked of shop/staging#1 now. It waits for: approval.");
  }

  @Test
  void what_passes_is_not_bypassed_nor_what_was_bypassed_before() {
    Given given = Approving.waiting(approvals(1));
    Approving.lockStaging(given);
    Command bypass = bypass(given, "staging", "approval");
    given.when(bypass).then(GuardrailBypassed.class, GuardrailJudged.class);
    given.when(bypass).nothingBecause("nothing-to-bypass");
    assertThat(Approving.unlockStaging(given).all(RolloutStarted.class)).hasSize(1);
  }

  @Test
  void all_else_that_holds_it_stays() {
    Given given = built(Juncture.AFTER_APPROVAL);
    Approving.lockStaging(given);
    Then then = given.when(bypass(given, "staging", "check ci/build"));
    assertThat(then.all(RolloutStarted.class)).isEmpty();
    assertThat(rollout(given, "staging").because().orElseThrow().code()).isEqualTo("locked");
  }

  @Test
  void a_bypassed_check_may_turn_red_and_what_ended_stays_ended() {
    Given given = built(Juncture.AFTER_APPROVAL);
    Approving.lockStaging(given);
    Command bypass = bypass(given, "staging", "check ci/build");
    given.when(bypass);
    Then red = given.when(ChecksTest.report(2, "ci/build", CheckState.FAILURE));
    assertThat(red.all(ShipmentStopped.class)).isEmpty();

    Given ended = built(Juncture.AFTER_APPROVAL);
    Command late = bypass(ended, "staging", "check ci/build");
    ended.when(ChecksTest.report(2, "ci/build", CheckState.FAILURE));
    ended.when(late).refusedBecause("not-rolling-out");
  }

  @Test
  void what_settled_is_not_on_its_way() {
    Given given = Approving.waiting(approvals(1));
    Command bypass = bypass(given, "staging", "approval");
    given.when(bypass);
    given.whenConverged(STAGING);
    given.when(bypass).refusedBecause("not-rolling-out");
  }

  @Test
  void it_counts_for_no_other_delivery() {
    Given given = Approving.waiting(approvals(1));
    given.when(bypass(given, "staging", "approval"));
    given.whenConverged(STAGING);
    assertThat(push(given, 3).all(RolloutStarted.class)).isEmpty();
    assertThat(rollout(given, "staging").because().orElseThrow().code())
        .isEqualTo("approval-missing");
  }
}
