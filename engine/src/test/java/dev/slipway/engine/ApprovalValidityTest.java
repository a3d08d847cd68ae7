package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.BERT;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Approving.lockStaging;
import static dev.slipway.engine.Approving.unlockStaging;
import static dev.slipway.engine.Approving.waiting;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.guarded;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long an approval is worth something. */
class ApprovalValidityTest {

  @Test
  void an_approver_whose_role_is_taken_away_in_between_counts_no_more() {
    Given given = waiting(approvals(1));
    lockStaging(given);
    given.when(ANNA, approve(given));
    Then then = given.when(new Command.RevokeToken(ANNA));
    then.then(TokenRevoked.class, GuardrailJudged.class);
    assertThat(then.one(GuardrailJudged.class).verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(unlockStaging(given).all(OrderIssued.class)).isEmpty();
    assertThat(given.when(BERT, approve(given)).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void an_approver_whose_role_comes_back_counts_again_at_once() {
    Given given = waiting(approvals(1));
    lockStaging(given);
    given.when(ANNA, approve(given));
    given.when(new Command.RevokeToken(ANNA));
    Then then = given.when(new Command.IssueToken(ANNA, Role.APPROVER, new Scope.Everything()));
    then.then(TokenIssued.class, GuardrailJudged.class);
    assertThat(then.one(GuardrailJudged.class).verdict()).isEqualTo(GuardrailVerdict.PASS);
    assertThat(unlockStaging(given).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void an_approval_counts_until_it_expires() {
    Given given = waiting(approvals(1));
    lockStaging(given);
    Then approved = given.when(ANNA, approve(given));
    assertThat(approved.decision().wakeAt())
        .containsEntry(Given.placement("staging"), given.now().plus(Duration.ofHours(24)));
    given.later(Duration.ofHours(24));
    assertThat(given.whenTicked("staging").one(GuardrailJudged.class).verdict())
        .isEqualTo(GuardrailVerdict.PENDING);
    assertThat(unlockStaging(given).all(OrderIssued.class)).isEmpty();
  }

  @Test
  void a_stricter_policy_judges_again_what_has_not_started() {
    Given given = waiting(approvals(1));
    lockStaging(given);
    given.when(ANNA, approve(given));
    given.when(Fixtures.apply(guarded("staging", approvals(2))));
    assertThat(unlockStaging(given).all(OrderIssued.class)).isEmpty();
    assertThat(given.when(BERT, approve(given)).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void a_policy_that_is_taken_back_lets_it_go() {
    Given given = waiting(approvals(1));
    assertThat(
            given.when(Fixtures.apply(Fixtures.declared("staging", false))).all(OrderIssued.class))
        .hasSize(1);
  }

  @Test
  void what_goes_back_by_itself_asks_nobody_and_says_so() {
    Given given = waiting(approvals(1));
    given.when(ANNA, approve(given));
    given.whenConverged(target("staging", "local"));
    Approving.push(given, 4);
    given.when(BERT, approve(given));
    given.when(Fixtures.apply(goingBackGuarded()));
    Then then =
        given.whenEnded(
            target("staging", "local"), new Outcome.Failed(new Reason("exit-code", "It exited.")));
    assertThat(then.one(GuardrailJudged.class).because().code()).isEqualTo("rollback-asks-nobody");
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  private static EnvironmentDefinition goingBackGuarded() {
    EnvironmentDefinition asks = guarded("staging", approvals(1));
    return new EnvironmentDefinition(
        asks.name(),
        asks.labels(),
        asks.implicit(),
        asks.silentAfter(),
        asks.allowEmpty(),
        Optional.of(OnFailure.ROLLBACK),
        asks.guardrails(),
        Optional.empty());
  }
}
