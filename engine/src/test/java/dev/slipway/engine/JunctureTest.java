package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Approving.push;
import static dev.slipway.engine.ChecksTest.report;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.why.Afresh;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.definition.ResourcePolicy;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The same guardrail at four places has four outcomes: it holds back the question for an approval,
 * the start, the next step, or the end.
 */
class JunctureTest {

  private static final String BUILD = "ci/build";
  private static final TargetId FIRST = target("staging", "local");
  private static final TargetId SECOND = target("staging", "second");

  /** Commit 2 is in force; commit 3 waits, and its build is judged at a juncture. */
  private static Given at(Juncture juncture) {
    return guarded(
        GuardrailPolicy.NONE
            .with(List.of(approvals(1)))
            .with(
                new ChecksPolicy(
                    List.of(new CheckName(BUILD)),
                    List.of(),
                    Duration.ofMinutes(30),
                    Optional.of(juncture))));
  }

  private static Given guarded(GuardrailPolicy policy) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(SECOND));
    given.agents("staging");
    given.when(new Command.IssueToken(ANNA, Role.APPROVER, new Scope.Everything()));
    push(given, 2);
    given.whenConverged(FIRST);
    given.whenConverged(SECOND);
    assertThat(given.at("staging").inForce()).isPresent();
    given.when(Fixtures.apply(goingBack(policy)));
    push(given, 3);
    return given;
  }

  private static EnvironmentDefinition goingBack(GuardrailPolicy policy) {
    return new EnvironmentDefinition(
        environment("staging"),
        new TreeMap<>(),
        false,
        Duration.ofMinutes(5),
        false,
        Optional.of(OnFailure.ROLLBACK),
        Optional.of(policy),
        Optional.empty());
  }

  private static Then build(Given given, CheckState state) {
    return given.when(report(3, BUILD, state));
  }

  private static RolloutState rollout(Given given) {
    return given.at("staging").active().orElseThrow();
  }

  private static List<String> said(Given given) {
    return rollout(given).gated().verdicts().entrySet().stream()
        .map(said -> said.getKey() + " " + said.getValue().verdict())
        .toList();
  }

  private static List<String> ways(Given given) {
    return Afresh.explain(given.world(), Given.placement("staging"), given.now()).unmet().stream()
        .flatMap(unmet -> unmet.ways().stream())
        .map(Way::command)
        .toList();
  }

  private static boolean goesBack(Then then) {
    return then.all(ShipmentMade.class).stream()
        .anyMatch(made -> made.shipment().madeBy() instanceof Shipment.MadeBy.Rollback);
  }

  @Test
  void before_approval_nobody_is_asked_until_it_passes() {
    Given given = at(Juncture.BEFORE_APPROVAL);
    assertThat(said(given)).containsExactly("check ci/build (before approval) PENDING");
    given.when(ANNA, approve(given)).refusedBecause("approval-not-yet");
    build(given, CheckState.SUCCESS);
    assertThat(said(given))
        .containsExactly("approval PENDING", "check ci/build (before approval) PASS");
    assertThat(given.when(ANNA, approve(given)).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void before_approval_a_failure_ends_it_and_nobody_was_asked() {
    Given given = at(Juncture.BEFORE_APPROVAL);
    Then red = build(given, CheckState.FAILURE);
    assertThat(red.one(ShipmentStopped.class).because().code()).isEqualTo("check-red");
    assertThat(red.all(RolloutFailed.class)).isEmpty();
    assertThat(goesBack(red)).isFalse();
  }

  @Test
  void before_approval_what_no_longer_passes_asks_nobody_any_more() {
    Given given = at(Juncture.BEFORE_APPROVAL);
    build(given, CheckState.SUCCESS);
    given.later(Duration.ofMinutes(1));
    build(given, CheckState.PENDING);
    given.when(ANNA, approve(given)).refusedBecause("approval-not-yet");
    assertThat(rollout(given).because().orElseThrow().code()).isEqualTo("check-pending");
  }

  @Test
  void after_approval_people_are_asked_meanwhile_and_the_start_waits() {
    Given given = at(Juncture.AFTER_APPROVAL);
    assertThat(said(given)).containsExactly("approval PENDING", "check ci/build PENDING");
    assertThat(given.when(ANNA, approve(given)).all(OrderIssued.class)).isEmpty();
    assertThat(build(given, CheckState.SUCCESS).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void after_approval_a_failure_ends_it_before_it_starts() {
    Given given = at(Juncture.AFTER_APPROVAL);
    given.when(ANNA, approve(given));
    Then red = build(given, CheckState.FAILURE);
    assertThat(red.one(ShipmentStopped.class).because().code()).isEqualTo("check-red");
    assertThat(red.all(RolloutFailed.class)).isEmpty();
    assertThat(goesBack(red)).isFalse();
  }

  @Test
  void during_it_starts_and_the_next_step_waits() {
    Given given = at(Juncture.DURING);
    assertThat(said(given)).containsExactly("approval PENDING");
    assertThat(given.when(ANNA, approve(given)).all(OrderIssued.class)).hasSize(1);
    assertThat(given.whenConverged(FIRST).all(OrderIssued.class)).isEmpty();
    assertThat(said(given)).containsExactly("approval PASS", "check ci/build (during) PENDING");
    assertThat(ways(given))
        .containsExactly(
            "slipway check shop --sha %s --name ci/build --state success".formatted(sha(3)));
    assertThat(build(given, CheckState.SUCCESS).all(OrderIssued.class)).hasSize(1);
    assertThat(given.whenConverged(SECOND).all(RolloutSettled.class)).hasSize(1);
  }

  @Test
  void during_a_failure_ends_the_rollout_and_what_was_in_force_comes_back() {
    Given given = at(Juncture.DURING);
    given.when(ANNA, approve(given));
    given.whenConverged(FIRST);
    Then red = build(given, CheckState.FAILURE);
    assertThat(red.one(RolloutFailed.class).because().code()).isEqualTo("check-red");
    assertThat(goesBack(red)).isTrue();
  }

  @Test
  void during_its_time_is_that_of_the_rollout() {
    Given given = at(Juncture.DURING);
    given.later(Duration.ofHours(2)).when(ANNA, approve(given));
    given.whenConverged(FIRST);
    given.later(Duration.ofMinutes(29)).whenTicked("staging");
    assertThat(given.at("staging").active()).isPresent();
    Then late = given.later(Duration.ofMinutes(1)).whenTicked("staging");
    assertThat(late.one(RolloutFailed.class).because().code()).isEqualTo("check-deadline");
  }

  @Test
  void after_every_step_is_taken_and_it_does_not_settle() {
    Given given = at(Juncture.AFTER);
    given.when(ANNA, approve(given));
    assertThat(given.whenConverged(FIRST).all(OrderIssued.class)).hasSize(1);
    assertThat(given.whenConverged(SECOND).all(RolloutSettled.class)).isEmpty();
    assertThat(said(given)).containsExactly("approval PASS", "check ci/build (after) PENDING");
    assertThat(rollout(given).because().orElseThrow().code()).isEqualTo("check-absent");
    assertThat(ways(given)).hasSize(1);
    assertThat(build(given, CheckState.SUCCESS).all(RolloutSettled.class)).hasSize(1);
  }

  @Test
  void after_a_failure_fails_it_and_what_was_in_force_comes_back() {
    Given given = at(Juncture.AFTER);
    given.when(ANNA, approve(given));
    given.whenConverged(FIRST);
    given.whenConverged(SECOND);
    Then red = build(given, CheckState.ERROR);
    assertThat(red.one(RolloutFailed.class).because().code()).isEqualTo("check-red");
    assertThat(red.all(RolloutSettled.class)).isEmpty();
    assertThat(goesBack(red)).isTrue();
  }

  @Test
  void what_is_green_holds_up_nothing_at_any_place() {
    for (Juncture juncture : Juncture.values()) {
      Given given = at(juncture);
      build(given, CheckState.SUCCESS);
      given.when(ANNA, approve(given));
      given.whenConverged(FIRST);
      assertThat(given.whenConverged(SECOND).all(RolloutSettled.class))
          .as("%s", juncture)
          .hasSize(1);
    }
  }

  @Test
  void a_rollback_is_held_up_by_none_of_them() {
    Given given = at(Juncture.AFTER);
    given.when(ANNA, approve(given));
    given.whenConverged(FIRST);
    given.whenConverged(SECOND);
    build(given, CheckState.FAILURE);
    given.whenConverged(FIRST);
    given.whenConverged(SECOND);
    assertThat(given.at("staging").active()).isEmpty();
    assertThat(given.at("staging").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(2));
  }

  @Test
  void a_resource_waits_at_its_place_and_its_owner_is_asked_there() {
    Given given =
        guarded(
            GuardrailPolicy.NONE.needing(
                List.of(
                    new ResourcePolicy(
                        Outside.SCHEMA,
                        Outside.atLeast("2").atLeast(),
                        Optional.of(Juncture.AFTER)))));
    given.when(Outside.declare());
    given.whenConverged(FIRST);
    Then last = given.whenConverged(SECOND);
    assertThat(last.all(RolloutSettled.class)).isEmpty();
    assertThat(last.one(OwnerAsked.class).resource()).isEqualTo(Outside.SCHEMA);
    assertThat(rollout(given).gated().verdicts())
        .containsKey(GuardrailName.of(Outside.SCHEMA, Juncture.AFTER));
    assertThat(given.when(Outside.tell("2")).all(RolloutSettled.class)).hasSize(1);
  }
}
