package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.AUTHOR;
import static dev.slipway.engine.Approving.BERT;
import static dev.slipway.engine.Approving.add;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Approving.ready;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.approvalsFrom;
import static dev.slipway.engine.Fixtures.asking;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Role;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an application asks for of its own, and that no change sheds what it has to meet itself. */
class ApplicationApprovalTest {

  private static ApplicationDefinition shop(int n, ApprovalPolicy... approvals) {
    ApplicationDefinition plain = Fixtures.shop(Fixtures.web("bin/web", "v" + n));
    return approvals.length == 0 ? plain : asking(plain, approvals);
  }

  private static Then push(Given given, int n, ApprovalPolicy... approvals) {
    given.git.wrote(sha(n), Optional.of(AUTHOR)).push(MAIN, sha(n), shop(n, approvals));
    return given.whenHinted(MAIN);
  }

  private static boolean starts(Then then) {
    return then.all(OrderIssued.class).size() == 1;
  }

  private static void settled(Given given) {
    given.whenConverged(target("staging", "local"));
  }

  /** Commit 2 asks for one approval, has it, and is in force. */
  private static Given inForce(ApprovalPolicy... environment) {
    Given given = ready(environment);
    push(given, 2, approvals(1));
    given.when(ANNA, approve(given));
    settled(given);
    return given;
  }

  @Test
  void what_the_application_asks_for_holds_its_own_first_delivery() {
    Given given = ready();
    Then then = push(given, 2, approvals(1));
    GuardrailJudged judged = then.one(GuardrailJudged.class);
    assertThat(judged.guardrail().value()).isEqualTo("approval asked by shop");
    assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(judged.policy().orElseThrow().value()).startsWith("application shop ");
    assertThat(starts(given.when(ANNA, approve(given)))).isTrue();
  }

  @Test
  void it_adds_to_the_environments_and_one_word_counts_for_both() {
    Given given = ready(approvals(2));
    push(given, 2, approvalsFrom(1, "leads"));
    add(given, "leads", BERT);
    assertThat(starts(given.when(BERT, approve(given)))).isFalse();
    assertThat(starts(given.when(ANNA, approve(given)))).isTrue();
  }

  @Test
  void it_does_not_loosen_what_the_environment_refuses() {
    Given given = ready(approvals(1));
    push(given, 2, new ApprovalPolicy(1, Role.APPROVER, true, Duration.ofHours(24)));
    assertThat(starts(given.when(AUTHOR, approve(given)))).isFalse();
    assertThat(given.at("staging").active().orElseThrow().isWaiting()).isTrue();
    assertThat(starts(given.when(ANNA, approve(given)))).isTrue();
  }

  @Test
  void a_change_that_takes_the_rule_away_has_to_meet_it_and_the_next_one_has_not() {
    Given given = inForce();
    Then then = push(given, 3);
    assertThat(starts(then)).isFalse();
    assertThat(then.one(GuardrailJudged.class).policy().orElseThrow().value())
        .startsWith("shipment s-");
    given.when(AUTHOR, approve(given)).refusedBecause("own-approval");
    assertThat(starts(given.when(ANNA, approve(given)))).isTrue();
    settled(given);
    assertThat(starts(push(given, 4))).isTrue();
  }

  @Test
  void a_change_that_eases_the_rule_is_held_by_the_stricter_one() {
    Given given = ready();
    push(given, 2, approvals(2));
    given.when(ANNA, approve(given));
    given.when(BERT, approve(given));
    settled(given);
    push(given, 3, new ApprovalPolicy(1, Role.APPROVER, true, Duration.ofHours(90)));
    assertThat(starts(given.when(ANNA, approve(given)))).isFalse();
    given.when(AUTHOR, approve(given)).refusedBecause("own-approval");
    assertThat(starts(given.when(BERT, approve(given)))).isTrue();
  }

  @Test
  void a_change_that_brings_a_rule_meets_it_already() {
    Given given = ready();
    push(given, 2);
    settled(given);
    assertThat(starts(push(given, 3, approvals(1)))).isFalse();
  }

  @Test
  void an_old_commit_sheds_no_rule() {
    Given given = ready();
    push(given, 2);
    settled(given);
    push(given, 3, approvals(1));
    given.when(ANNA, approve(given));
    settled(given);
    given.when(Fixtures.deploy(Fixtures.SHOP, Fixtures.environment("staging"), sha(2).value()));
    given.when(ANNA, approve(given));
    settled(given);
    assertThat(starts(push(given, 4))).isFalse();
  }

  @Test
  void the_way_back_sheds_no_rule() {
    Given given = ready();
    push(given, 2);
    settled(given);
    push(given, 3, approvals(1));
    given.when(ANNA, approve(given));
    settled(given);
    push(given, 4);
    given.when(
        new Command.Rollback(
            Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    given.when(ANNA, approve(given));
    settled(given);
    assertThat(given.at("staging").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(2));
    assertThat(starts(push(given, 5))).isFalse();
  }

  @Test
  void removing_the_application_and_taking_it_in_again_sheds_no_rule() {
    Given given = inForce();
    given.when(new Command.RemoveApplication(Fixtures.SHOP));
    given.git.push(MAIN, sha(3), shop(3));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    assertThat(starts(push(given, 4))).isFalse();
  }

  @Test
  void other_environments_of_the_route_are_asked_nothing() {
    Given given = inForce();
    assertThat(given.at("production").active().orElseThrow().isWaiting()).isFalse();
  }
}
