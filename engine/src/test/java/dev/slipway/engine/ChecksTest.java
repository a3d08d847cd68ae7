package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.why.Afresh;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Checks of commits: what is reported, and what waits for it. */
public class ChecksTest {

  private static final Duration DEADLINE = Duration.ofMinutes(30);
  private static final String BUILD = "ci/build";
  private static final String LINT = "Lint (fast)";

  public static Command report(int commit, String name, CheckState state) {
    return report(commit, name, state, Optional.empty());
  }

  static Command report(int commit, String name, CheckState state, Optional<Instant> at) {
    return new Command.ReportCheck(
        Fixtures.SHOP,
        sha(commit),
        new CheckName(name),
        state,
        Optional.empty(),
        Optional.empty(),
        at);
  }

  private static ChecksPolicy policy(List<String> required, List<String> optional) {
    return new ChecksPolicy(
        required.stream().map(CheckName::new).toList(),
        optional.stream().map(CheckName::new).toList(),
        DEADLINE);
  }

  /** Staging asks for a build, and would like a lint. */
  static Given checked() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.checked("staging", policy(List.of(BUILD), List.of(LINT)))));
    return given;
  }

  private static Given pushed() {
    Given given = checked();
    Approving.push(given, 2);
    return given;
  }

  private static Command deploy(boolean force) {
    return new Command.Deploy(
        Fixtures.SHOP,
        Fixtures.environment("staging"),
        Optional.of(sha(2).value()),
        force,
        new TreeMap<>(),
        Optional.empty());
  }

  private static boolean started(Given given) {
    return given.at("staging").active().filter(r -> !r.isWaiting()).isPresent();
  }

  private static List<String> said(Given given) {
    return given.at("staging").active().stream()
        .flatMap(r -> r.gated().verdicts().values().stream())
        .map(said -> said.because().code())
        .toList();
  }

  @Test
  void what_is_not_reported_yet_is_pending_and_has_a_word_of_its_own() {
    Given given = pushed();
    assertThat(started(given)).isFalse();
    assertThat(given.at("staging").active().orElseThrow().gated().verdicts().keySet())
        .extracting(name -> name.value())
        .containsExactly("check " + LINT, "check " + BUILD);
    assertThat(said(given)).containsExactly("check-absent", "check-absent");
  }

  @Test
  void all_green_starts_it_once_however_often_it_is_said() {
    Given given = pushed();
    given.when(report(2, LINT, CheckState.SUCCESS));
    Then then = given.when(report(2, BUILD, CheckState.SUCCESS));
    assertThat(then.all(OrderIssued.class)).hasSize(1);
    given.when(report(2, BUILD, CheckState.SUCCESS)).nothingBecause("check-known");
    given.whenHinted(MAIN).nothingBecause("head-known");
    assertThat(given.ledger().stream().filter(e -> e.entry() instanceof DeliveryMade)).hasSize(1);
  }

  @Test
  void green_before_the_push_is_as_good() {
    Given given = checked();
    given.when(report(2, LINT, CheckState.SUCCESS));
    given.when(report(2, BUILD, CheckState.SUCCESS));
    assertThat(Approving.push(given, 2).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void a_required_one_that_is_red_ends_the_delivery_and_says_why() {
    for (CheckState red : List.of(CheckState.FAILURE, CheckState.ERROR)) {
      Given given = pushed();
      Then then = given.when(report(2, BUILD, red));
      then.then(CheckReported.class, GuardrailJudged.class, ShipmentStopped.class);
      assertThat(then.one(GuardrailJudged.class).verdict()).isEqualTo(GuardrailVerdict.FAIL);
      ShipmentStopped stopped = then.one(ShipmentStopped.class);
      assertThat(stopped.because().code()).isEqualTo("check-red");
      assertThat(stopped.because().sentence()).contains(BUILD).contains("slipway deploy shop");
      assertThat(given.at("staging").active()).isEmpty();
      given.when(report(2, BUILD, CheckState.SUCCESS));
      assertThat(given.at("staging").active()).isEmpty();
    }
  }

  @Test
  void waiting_is_no_run_time_and_ends_with_a_word_that_names_the_check() {
    Given given = pushed();
    given.when(report(2, LINT, CheckState.SUCCESS));
    given.later(DEADLINE.minusSeconds(1)).whenTicked("staging");
    assertThat(given.at("staging").active()).isPresent();
    Then then = given.later(Duration.ofSeconds(1)).whenTicked("staging");
    assertThat(then.one(ShipmentStopped.class).because().code()).isEqualTo("check-deadline");
    assertThat(then.one(ShipmentStopped.class).because().sentence())
        .startsWith("ci/build was not reported");
  }

  @Test
  void each_check_has_a_time_of_its_own_that_begins_with_what_was_heard_last() {
    Given given = pushed();
    Then heard = given.later(DEADLINE.minusMinutes(5)).when(report(2, BUILD, CheckState.PENDING));
    assertThat(heard.decision().wakeAt().values())
        .containsExactly(given.now().plus(Duration.ofMinutes(5)));
    given.when(report(2, LINT, CheckState.SUCCESS));
    given.later(DEADLINE.minusMinutes(1)).whenTicked("staging");
    assertThat(said(given)).containsExactly("check-green", "check-pending");
    given.when(report(2, BUILD, CheckState.SUCCESS));
    assertThat(started(given)).isTrue();
  }

  @Test
  void an_optional_one_that_is_red_holds_it_until_it_is_green_or_its_time_is_over() {
    Given given = pushed();
    given.when(report(2, BUILD, CheckState.SUCCESS));
    given.when(report(2, LINT, CheckState.FAILURE));
    assertThat(said(given)).containsExactly("check-optional-red", "check-green");
    assertThat(started(given)).isFalse();
    given.when(report(2, LINT, CheckState.SUCCESS));
    assertThat(started(given)).isTrue();

    Given late = pushed();
    late.when(report(2, BUILD, CheckState.SUCCESS));
    late.when(report(2, LINT, CheckState.FAILURE));
    Then then = late.later(DEADLINE).whenTicked("staging");
    assertThat(then.one(ShipmentStopped.class).because().sentence()).startsWith(LINT + " is red");
  }

  @Test
  void force_passes_over_optional_ones_and_takes_the_place_of_what_waits_for_them() {
    Given given = pushed();
    given.when(report(2, BUILD, CheckState.SUCCESS));
    given.when(report(2, LINT, CheckState.FAILURE));
    Then then = given.when(deploy(true));
    assertThat(then.all(ShipmentSuperseded.class)).hasSize(1);
    assertThat(then.all(OrderIssued.class)).hasSize(1);
    assertThat(said(given)).containsExactly("check-passed-over", "check-green");
  }

  @Test
  void force_passes_over_no_required_one() {
    Given given = pushed();
    given.when(report(2, BUILD, CheckState.FAILURE));
    Then then = given.when(deploy(true));
    assertThat(then.all(OrderIssued.class)).isEmpty();
    assertThat(then.one(ShipmentStopped.class).because().code()).isEqualTo("check-red");
  }

  @Test
  void a_deploy_without_force_waits_behind_the_one_that_waits() {
    Given given = pushed();
    given.when(report(2, BUILD, CheckState.SUCCESS));
    given.when(report(2, LINT, CheckState.FAILURE));
    assertThat(given.when(deploy(false)).all(ShipmentSuperseded.class)).isEmpty();
    assertThat(given.at("staging").queue()).hasSize(1);
  }

  @Test
  void what_a_trigger_asks_for_is_asked_for_everywhere_on_its_way() {
    Given given = PushTest.shopAdded();
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(
            List.of(Fixtures.onCheckedPush(policy(List.of(BUILD), List.of()))),
            Fixtures.web("bin/web", "v2")));
    given.whenHinted(MAIN);
    assertThat(said(given)).containsExactly("check-absent");
    given.when(report(2, BUILD, CheckState.SUCCESS));
    given.whenConverged(Fixtures.target("staging", "local"));
    assertThat(given.at("production").active().orElseThrow().gated().verdicts().values())
        .extracting(said -> said.because().code())
        .containsExactly("check-green");
  }

  @Test
  void where_the_environment_and_the_trigger_ask_the_stricter_one_counts() {
    Given given = checked();
    ChecksPolicy trigger =
        new ChecksPolicy(
            List.of(new CheckName(LINT)), List.of(new CheckName(BUILD)), Duration.ofMinutes(10));
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(List.of(Fixtures.onCheckedPush(trigger)), Fixtures.web("bin/web", "v2")));
    given.whenHinted(MAIN);
    assertThat(given.later(Duration.ofMinutes(10)).whenTicked("staging").all(ShipmentStopped.class))
        .hasSize(1);
  }

  @Test
  void a_rollback_waits_for_no_check() {
    Given given = PushTest.shopAdded();
    Approving.push(given, 2);
    given.whenConverged(Fixtures.target("staging", "local"));
    Approving.push(given, 3);
    given.whenConverged(Fixtures.target("staging", "local"));
    given.when(Fixtures.apply(Fixtures.checked("staging", policy(List.of(BUILD), List.of()))));
    Then then =
        given.when(
            new Command.Rollback(
                Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void a_name_that_a_shell_would_take_apart_is_printed_as_one_word() {
    Given given = PushTest.shopAdded();
    given.when(
        Fixtures.apply(Fixtures.checked("staging", policy(List.of("it's $(here)"), List.of()))));
    Approving.push(given, 2);
    assertThat(
            Afresh.explain(given.world(), Given.placement("staging"), given.now())
                .unmet()
                .getFirst()
                .ways()
                .getFirst()
                .command())
        .contains("--name 'it'\\''s $(here)' --state success");
  }
}
