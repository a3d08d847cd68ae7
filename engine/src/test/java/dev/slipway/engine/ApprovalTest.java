package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.AUTHOR;
import static dev.slipway.engine.Approving.BERT;
import static dev.slipway.engine.Approving.CARL;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Approving.head;
import static dev.slipway.engine.Approving.lockStaging;
import static dev.slipway.engine.Approving.push;
import static dev.slipway.engine.Approving.reject;
import static dev.slipway.engine.Approving.waiting;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.guarded;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.Approval;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who approves what, and what becomes of it. */
class ApprovalTest {

  @Test
  void what_needs_approvals_waits_and_says_how_many_are_missing_and_by_which_policy() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(guarded("staging", approvals(2))));
    GuardrailJudged judged = push(given, 2).one(GuardrailJudged.class);
    assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(judged.because().code()).isEqualTo("approval-missing");
    assertThat(judged.because().sentence()).startsWith("It has 0 of 2 approvals.");
    assertThat(judged.policy().orElseThrow().value()).startsWith("environment staging sha256:");
  }

  @Test
  void two_of_two_people_start_it_and_the_verdict_stands_before_the_order() {
    Given given = waiting(approvals(2));
    given.when(ANNA, approve(given)).then(ApprovalGiven.class, GuardrailJudged.class);
    given
        .when(BERT, approve(given))
        .then(ApprovalGiven.class, GuardrailJudged.class, RolloutStarted.class, OrderIssued.class);
  }

  @Test
  void one_person_counts_once_whatever_credential_is_used() {
    Given given = waiting(approvals(2));
    given.git.linked(ANNA, new ActorId("p-1")).linked(BERT, new ActorId("p-1"));
    given.when(ANNA, approve(given));
    given.when(ANNA, approve(given)).nothingBecause("approved-before");
    given.when(BERT, approve(given)).nothingBecause("approved-before");
    assertThat(given.at("staging").active().orElseThrow().isWaiting()).isTrue();
  }

  @Test
  void an_author_under_another_identity_is_still_an_author() {
    Given given = waiting(approvals(1));
    given.when(AUTHOR, approve(given)).refusedBecause("own-approval");
    given.git.linked(CARL, AUTHOR);
    given.when(CARL, approve(given)).refusedBecause("own-approval");
    assertThat(given.at("staging").active().orElseThrow().isWaiting()).isTrue();
  }

  @Test
  void every_author_since_what_is_in_force_is_an_author() {
    Given given = waiting(approvals(1));
    given.when(ANNA, approve(given));
    given.whenConverged(Fixtures.target("staging", "local"));
    given.git.wrote(sha(3), Optional.of(BERT)).wrote(sha(4), Optional.of(CARL));
    push(given, 4);
    given.when(BERT, approve(given)).refusedBecause("own-approval");
    given.when(CARL, approve(given)).refusedBecause("own-approval");
    assertThat(given.when(AUTHOR, approve(given)).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void whoever_asked_for_it_does_not_approve_it() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(guarded("staging", approvals(1))));
    given.when(new Command.IssueToken(ANNA, Role.APPROVER, new Scope.Everything()));
    given.git.linked(ANNA, new ActorId("p-1"));
    given.when(ANNA, Fixtures.deploy(Fixtures.SHOP, Fixtures.environment("staging"), "main"));
    given.when(ANNA, approve(given)).refusedBecause("own-approval");
  }

  @Test
  void self_allowed_counts_and_is_recorded() {
    Given given = waiting(new ApprovalPolicy(1, Role.APPROVER, true, Duration.ofHours(24)));
    Then then = given.when(AUTHOR, approve(given));
    assertThat(then.one(ApprovalGiven.class).self()).isTrue();
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void next_to_an_unknown_author_only_a_linked_person_stands_apart() {
    Given given = waiting(approvals(1));
    given.git.wrote(sha(2), Optional.empty());
    given.when(ANNA, approve(given)).refusedBecause("approver-unlinked");
    given.git.linked(ANNA, new ActorId("p-1"));
    assertThat(given.when(ANNA, approve(given)).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void an_approval_is_for_exactly_what_was_seen() {
    Given given = waiting(approvals(1));
    String hex = head(given).hash().value();
    char last = hex.charAt(hex.length() - 1);
    Digest other = new Digest(hex.substring(0, hex.length() - 1) + (last == '0' ? '1' : '0'));
    given.when(ANNA, new Command.Approve(head(given).id(), other)).refusedBecause("hash-differs");
    assertThat(given.at("staging").active().orElseThrow().isApproved()).isFalse();
  }

  @Test
  void an_approval_of_what_was_superseded_is_worth_nothing_to_its_successor() {
    Given given = waiting(approvals(1));
    Command old = approve(given);
    push(given, 3);
    given.when(ANNA, old).refusedBecause("not-waiting");
    assertThat(given.at("staging").active().orElseThrow().isApproved()).isFalse();
  }

  @Test
  void what_somebody_approved_is_no_longer_superseded() {
    Given given = waiting(approvals(2));
    given.when(ANNA, approve(given));
    assertThat(push(given, 3).all(ShipmentSuperseded.class)).isEmpty();
    assertThat(head(given).change().sha()).isEqualTo(sha(2));
    assertThat(given.at("staging").queue()).hasSize(1);
  }

  @Test
  void a_rejection_ends_the_delivery_whatever_was_approved() {
    Given given = waiting(approvals(2));
    given.when(ANNA, approve(given));
    Then then = given.when(BERT, reject(given));
    then.then(DeliveryRejected.class, GuardrailJudged.class, ShipmentStopped.class);
    assertThat(then.one(GuardrailJudged.class).verdict()).isEqualTo(GuardrailVerdict.FAIL);
    assertThat(then.one(ShipmentStopped.class).because().sentence()).contains("Not today.");
    assertThat(given.at("staging").active()).isEmpty();
  }

  @Test
  void of_an_approval_and_a_rejection_received_together_the_rejection_wins() {
    Given given = waiting(approvals(1));
    Command approve = approve(given);
    Command reject = reject(given);
    Recorded approved = receive(given, ANNA, approve);
    Recorded rejected = receive(given, BERT, reject);
    Then first = given.decide(new Cause.Appended(approved, List.of()));
    assertThat(first.all(OrderIssued.class)).isEmpty();
    Then second = given.decide(new Cause.Appended(rejected, List.of()));
    assertThat(second.all(ShipmentStopped.class)).hasSize(1);
    assertThat(given.at("staging").active()).isEmpty();
  }

  @Test
  void two_approvals_received_together_both_count() {
    Given given = waiting(approvals(2));
    Recorded one = receive(given, ANNA, approve(given));
    Recorded other = receive(given, BERT, approve(given));
    assertThat(given.decide(new Cause.Appended(other, List.of())).all(OrderIssued.class)).isEmpty();
    assertThat(given.decide(new Cause.Appended(one, List.of())).all(OrderIssued.class)).hasSize(1);
  }

  private static Recorded receive(Given given, ActorId actor, Command command) {
    return given.append(
        new Draft(
            StreamKey.of(Organisation.MAIN, SourceName.COMMANDS),
            actor,
            Optional.empty(),
            new CommandReceived(actor, "together-" + actor, command)));
  }

  @Test
  void what_has_started_is_past_approving_and_rejecting() {
    Given given = waiting(approvals(1));
    Command reject = reject(given);
    given.when(ANNA, approve(given));
    given.when(BERT, reject).refusedBecause("already-started");
    given.when(BERT, approve(given)).refusedBecause("already-started");
  }

  @Test
  void the_role_is_the_policys() {
    Given given = waiting(new ApprovalPolicy(1, Role.OWNER, false, Duration.ofHours(24)));
    given.when(ANNA, approve(given)).refusedBecause("not-allowed");
  }

  @Test
  void nobody_is_asked_where_no_policy_asks() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.declared("staging", false)));
    lockStaging(given);
    push(given, 2);
    given.when(approve(given)).refusedBecause("no-approval-needed");
  }

  @Test
  void where_authors_cannot_be_read_nothing_is_approved() {
    Given given = waiting(approvals(1));
    given.git.away(true);
    given.when(ANNA, approve(given)).refusedBecause("authors-unknown");
  }

  @Test
  void an_approval_is_kept_with_the_person_and_without_a_name() {
    Given given = waiting(approvals(2));
    given.git.linked(ANNA, new ActorId("p-1"));
    given.when(ANNA, approve(given));
    Approval approval = given.at("staging").active().orElseThrow().gated().approvals().getFirst();
    assertThat(approval.person()).isEqualTo(new ActorId("p-1"));
    assertThat(approval.by()).isEqualTo(ANNA);
  }
}
