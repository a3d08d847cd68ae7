package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.BERT;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Approving.ready;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.asking;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.guardrail.AskedApproval;
import dev.slipway.model.ActorId;
import dev.slipway.model.Role;
import dev.slipway.model.SourceName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule that stands in several documents holds in its strictest form, whoever wrote it last. */
class StrictestRuleTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final CheckName BUILD = new CheckName("ci/build");

  /** Such as {@code 2 self 24}: two approvals, also of whoever asked for it, good for 24 h. */
  private static ApprovalPolicy rule(String words) {
    String[] word = words.split(" ", -1);
    return new ApprovalPolicy(
        Integer.parseInt(word[0]),
        Role.APPROVER,
        word[1].equals("self"),
        Duration.ofHours(Long.parseLong(word[2])));
  }

  private static void push(Given given, int n, ApprovalPolicy rule) {
    given.git.push(MAIN, sha(n), asking(Fixtures.shop(Fixtures.web("bin/web", "v" + n)), rule));
    given.whenHinted(MAIN);
  }

  private static List<ApprovalPolicy> asked(Given given) {
    Deliberation d =
        new Deliberation(
            given.world(),
            new Occasion(Optional.empty(), SourceName.COMMANDS, ActorId.SLIPWAY, List.of()),
            given.now());
    return AskedApproval.of(d, given.at("staging").active().orElseThrow()).stream()
        .map(AskedApproval::policy)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1 self 24,  1 self 24,  1 self 24",
    "2 self 24,  1 self 24,  2 self 24",
    "1 self 24,  2 self 24,  2 self 24",
    "1 other 24, 1 self 24,  1 other 24",
    "1 self 24,  1 other 24, 1 other 24",
    "1 self 12,  1 self 24,  1 self 12",
    "1 self 24,  1 self 12,  1 self 12",
    "2 other 90, 1 self 24,  2 other 24"
  })
  void a_change_of_a_rule_about_approvals_is_held_by_what_is_stricter_of_both(
      String inForce, String brought, String holds) {
    Given given = ready();
    push(given, 2, rule(inForce));
    given.when(ANNA, approve(given));
    given.when(BERT, approve(given));
    given.whenConverged(STAGING);
    push(given, 3, rule(brought));
    assertThat(asked(given)).containsExactly(rule(holds));
  }

  private static ChecksPolicy checks(String words) {
    String[] word = words.split(" ", -1);
    Duration deadline = Duration.ofMinutes(Long.parseLong(word[1]));
    return word[0].equals("required")
        ? new ChecksPolicy(List.of(BUILD), List.of(), deadline)
        : new ChecksPolicy(List.of(), List.of(BUILD), deadline);
  }

  /** An environment and a trigger that ask for the same check, and what was pushed waits for it. */
  private static Given checked(String environment, String trigger) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.checked("staging", checks(environment))));
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(
            List.of(Fixtures.onCheckedPush(checks(trigger))), Fixtures.web("bin/web", "v2")));
    given.whenHinted(MAIN);
    return given;
  }

  @ParameterizedTest
  @CsvSource({
    "optional 30, optional 30, false",
    "required 30, optional 30, true",
    "optional 30, required 30, true",
    "required 30, required 30, true"
  })
  void what_the_environment_or_the_trigger_requires_is_required(
      String environment, String trigger, boolean required) {
    Given given = checked(environment, trigger);
    Then red = given.when(ChecksTest.report(2, BUILD.value(), CheckState.FAILURE));
    assertThat(red.all(ShipmentStopped.class)).hasSize(required ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"required 30, required 10", "required 10, required 30", "required 10, optional 10"})
  void the_shorter_of_both_deadlines_counts(String environment, String trigger) {
    Given given = checked(environment, trigger);
    Duration shorter = Duration.ofMinutes(10);
    given.later(shorter.minusMillis(1)).whenTicked("staging").then();
    Then over = given.later(Duration.ofMillis(1)).whenTicked("staging");
    assertThat(over.one(ShipmentStopped.class).because().code()).isEqualTo("check-deadline");
  }

  private static TriggerDefinition onPush(String name, Optional<ChecksPolicy> checks) {
    return new TriggerDefinition(
        new TriggerName(name), new TriggerDefinition.On.Push(List.of("main")), List.of(), checks);
  }

  @Test
  void a_trigger_asks_for_what_it_made_and_for_nothing_that_another_made() {
    Given given = PushTest.shopAdded();
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(
            List.of(
                onPush("first", Optional.empty()),
                onPush("second", Optional.of(checks("required 30")))),
            Fixtures.web("bin/web", "v2")));
    assertThat(given.whenHinted(MAIN).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void a_trigger_that_is_gone_still_holds_what_it_made() {
    Given given = PushTest.shopAdded();
    ApplicationDefinition shop =
        Fixtures.shop(
            List.of(Fixtures.onCheckedPush(checks("required 30"))), Fixtures.web("bin/web", "v2"));
    given.git.push(MAIN, sha(2), shop);
    given.whenHinted(MAIN);
    given.when(
        Fixtures.apply(
            Fixtures.shop(
                List.of(Fixtures.onPush("other", "other")), Fixtures.web("bin/web", "v2"))));
    assertThat(given.whenTicked("staging").all(OrderIssued.class)).isEmpty();
    assertThat(
            given
                .when(ChecksTest.report(2, BUILD.value(), CheckState.SUCCESS))
                .all(OrderIssued.class))
        .hasSize(1);
  }
}
