package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.Gated;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What has to have been in force in one environment before it starts in another. */
class SoakTest {

  private static final Duration TIME = Duration.ofHours(2);
  private static final TargetId STAGING = target("staging", "local");
  private static final TargetId PRODUCTION = target("production", "local");

  private static Given soaked(SoakPolicy policy) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.guarded("production", GuardrailPolicy.NONE.with(policy))));
    return given;
  }

  /** Commit 2 has just settled in staging and is next in production. */
  static Given settled() {
    Given given = soaked(new SoakPolicy(Optional.empty(), TIME));
    Approving.push(given, 2);
    given.whenConverged(STAGING);
    return given;
  }

  private static Gated.Said said(Given given) {
    return given
        .at("production")
        .active()
        .flatMap(rollout -> rollout.gated().said(GuardrailName.SOAK))
        .orElseThrow();
  }

  private static boolean started(Given given) {
    return given.at("production").active().filter(r -> !r.isWaiting()).isPresent();
  }

  private static Then observed(Given given, boolean drifted) {
    Slot slot = new Slot(STAGING, Fixtures.SHOP);
    Reason because = new Reason(drifted ? "process-gone" : "healed", "So it is.");
    return given.whenReported(
        new Report.Observed(slot, given.fence(slot), List.of(), drifted, because));
  }

  private static Command deploy(String to, int commit) {
    return Fixtures.deploy(Fixtures.SHOP, environment(to), sha(commit).value());
  }

  private static ShipmentStopped stopped(Then then) {
    return then.all(ShipmentStopped.class).stream()
        .filter(entry -> entry.at().equals(environment("production")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void it_starts_when_it_was_in_force_before_for_so_long_and_says_when_that_will_be() {
    Given given = settled();
    assertThat(said(given).verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(said(given).because().code()).isEqualTo("soaking");
    Explanation why = Afresh.explain(given.world(), Given.placement("production"), given.now());
    assertThat(why.earliest()).contains(given.now().plus(TIME));
    assertThat(given.whenTicked("production").decision().wakeAt())
        .containsEntry(Given.placement("production"), given.now().plus(TIME));

    given.later(TIME.minusMillis(1)).whenTicked("production").then();
    assertThat(started(given)).isFalse();
    Then then = given.later(Duration.ofMillis(1)).whenTicked("production");
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void the_time_begins_again_with_every_trouble_and_stands_still_while_there_is_one() {
    Given given = settled();
    observed(given.later(Duration.ofHours(1)), true);
    assertThat(said(given).because().code()).isEqualTo("soak-troubled");
    assertThat(given.later(TIME).whenTicked("production").decision().wakeAt()).isEmpty();
    assertThat(started(given)).isFalse();

    Then healed = observed(given, false);
    assertThat(said(given).because().code()).isEqualTo("soaking");
    assertThat(healed.decision().wakeAt())
        .containsEntry(Given.placement("production"), given.now().plus(TIME));
    given.later(TIME).whenTicked("production");
    assertThat(started(given)).isTrue();
  }

  @Test
  void a_target_that_is_led_back_to_it_after_a_failure_counts_as_any_other() {
    Given given = settled();
    Approving.push(given.later(Duration.ofMinutes(30)), 3);
    given.whenEnded(STAGING, new Outcome.Failed(new Reason("not-healthy", "It is not.")));
    given.whenConverged(STAGING);
    assertThat(said(given).because().code()).isEqualTo("soaking");
    assertThat(given.whenTicked("production").decision().wakeAt())
        .containsEntry(
            Given.placement("production"), given.now().plus(TIME).minus(Duration.ofMinutes(30)));

    observed(given, true);
    assertThat(said(given).because().code()).isEqualTo("soak-troubled");
    Then healed = observed(given, false);
    assertThat(healed.decision().wakeAt())
        .containsEntry(Given.placement("production"), given.now().plus(TIME));
  }

  @Test
  void a_way_back_to_it_that_fails_is_a_trouble_until_it_comes_through() {
    Given given = settled();
    Approving.push(given.later(Duration.ofMinutes(30)), 3);
    Outcome bad = new Outcome.Failed(new Reason("not-healthy", "It is not."));
    given.whenEnded(STAGING, bad);
    given.whenEnded(STAGING, bad);
    assertThat(said(given).because().code()).isEqualTo("soak-troubled");

    Then back = given.later(TIME).whenConverged(STAGING);
    assertThat(said(given).because().code()).isEqualTo("soaking");
    assertThat(back.decision().wakeAt())
        .containsEntry(Given.placement("production"), given.now().plus(TIME));
  }

  @Test
  void what_was_never_there_waits_until_somebody_delivers_it_there() {
    Given given = soaked(new SoakPolicy(Optional.of(environment("staging")), TIME));
    given.git.push(Fixtures.MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "v2")));
    given.when(deploy("production", 2));
    assertThat(said(given).because().code()).isEqualTo("soak-not-there");
    Explanation why = Afresh.explain(given.world(), Given.placement("production"), given.now());
    String line = why.unmet().getFirst().ways().getFirst().command();
    given.when(Typed.command(line));
    given.whenConverged(STAGING);
    assertThat(said(given).because().code()).isEqualTo("soaking");
    given.later(TIME).whenTicked("production");
    assertThat(started(given)).isTrue();
  }

  @Test
  void another_content_of_the_same_commit_is_another_thing() {
    Given given = soaked(new SoakPolicy(Optional.of(environment("staging")), TIME));
    given.git.push(
        Fixtures.MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "{params[colour]}")));
    given.when(deploy("staging", 2));
    given.whenConverged(STAGING);
    given.later(TIME);
    TreeMap<String, String> blue = new TreeMap<>();
    blue.put("colour", "blue");
    given.when(
        new Command.Deploy(
            Fixtures.SHOP,
            environment("production"),
            Optional.of(sha(2).value()),
            false,
            blue,
            Optional.empty()));
    assertThat(said(given).because().code()).isEqualTo("soak-not-there");

    given.when(new Command.Cancel(given.at("production").active().orElseThrow().delivery().id()));
    given.when(deploy("production", 2));
    assertThat(started(given)).isTrue();
  }

  @Test
  void what_another_replaced_within_its_time_ends_and_what_stayed_for_its_time_does_not() {
    Given given = settled();
    given.when(deploy("staging", 1));
    Then cut = given.later(Duration.ofHours(1)).whenConverged(STAGING);
    assertThat(stopped(cut).because().code()).isEqualTo("soak-cut-short");
    assertThat(given.at("production").active()).isEmpty();

    Given late = settled();
    Approving.lock(late, "production");
    late.when(deploy("staging", 1));
    late.later(TIME).whenConverged(STAGING);
    assertThat(said(late).because().code()).isEqualTo("soaked");
    Approving.unlock(late, "production");
    assertThat(started(late)).isTrue();
  }

  @Test
  void what_was_rolled_back_there_does_not_start_however_long_it_was_there() {
    Given given = soaked(new SoakPolicy(Optional.empty(), TIME));
    Approving.push(given, 2);
    given.whenConverged(STAGING);
    given.later(TIME).whenTicked("production");
    given.whenConverged(PRODUCTION);
    Approving.lock(given, "production");
    Approving.push(given, 3);
    given.whenConverged(STAGING);
    given.later(TIME).whenTicked("production");
    assertThat(said(given).verdict()).isEqualTo(GuardrailVerdict.PASS);

    given.when(
        new Command.Rollback(
            Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    Then back = given.whenConverged(STAGING);
    assertThat(stopped(back).because().code()).isEqualTo("soak-rolled-back");
  }

  @Test
  void a_rollback_is_not_held_by_it() {
    Given given = settled();
    given.later(TIME).whenTicked("production");
    given.whenConverged(PRODUCTION);
    Approving.push(given, 3);
    given.whenConverged(STAGING);
    given.later(TIME).whenTicked("production");
    given.whenConverged(PRODUCTION);
    Then back =
        given.when(
            new Command.Rollback(
                Given.placement("production"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(back.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void an_environment_off_the_route_leaves_it_open_until_the_route_or_the_policy_changes() {
    Given given = soaked(new SoakPolicy(Optional.of(environment("qa")), TIME));
    Approving.push(given, 2);
    given.whenConverged(STAGING);
    assertThat(said(given).verdict()).isEqualTo(GuardrailVerdict.INCONCLUSIVE);
    assertThat(said(given).because().sentence()).startsWith("qa is not on the route of shop");
    assertThat(given.later(TIME).whenTicked("production").decision().wakeAt()).isEmpty();

    given.when(
        Fixtures.apply(
            Fixtures.guarded(
                "production",
                GuardrailPolicy.NONE.with(
                    new SoakPolicy(Optional.of(environment("staging")), TIME)))));
    assertThat(started(given)).isTrue();
  }

  @Test
  void the_first_environment_of_a_route_has_none_before_it() {
    Given given = PushTest.shopAdded();
    given.when(
        Fixtures.apply(
            Fixtures.guarded(
                "staging", GuardrailPolicy.NONE.with(new SoakPolicy(Optional.empty(), TIME)))));
    Approving.push(given, 2);
    Gated.Said said =
        given.at("staging").active().orElseThrow().gated().said(GuardrailName.SOAK).orElseThrow();
    assertThat(said.verdict()).isEqualTo(GuardrailVerdict.INCONCLUSIVE);
    assertThat(said.because().sentence()).startsWith("No environment lies before staging");
  }

  @Test
  void a_newer_one_takes_the_place_of_what_waits_and_has_a_time_of_its_own() {
    Given given = settled();
    Approving.push(given, 3);
    given.later(Duration.ofHours(1)).whenConverged(STAGING);
    assertThat(given.at("production").active().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(3));
    assertThat(given.whenTicked("production").decision().wakeAt())
        .containsEntry(Given.placement("production"), given.now().plus(TIME));
  }
}
