package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.AUTHOR;
import static dev.slipway.engine.Approving.BERT;
import static dev.slipway.engine.Approving.CARL;
import static dev.slipway.engine.Approving.add;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Approving.lockStaging;
import static dev.slipway.engine.Approving.reject;
import static dev.slipway.engine.Approving.remove;
import static dev.slipway.engine.Approving.unlockStaging;
import static dev.slipway.engine.Approving.waiting;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.approvalsFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.command.Ballots;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberRemoved;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.Ballot;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Groups of people, and rules that ask them. */
class GroupApprovalTest {

  private static Given asked(int of, ActorId... members) {
    Given given = waiting(approvalsFrom(of, "security"));
    for (ActorId member : members) {
      add(given, "security", member);
    }
    return given;
  }

  private static boolean starts(Then then) {
    return then.all(OrderIssued.class).size() == 1;
  }

  @Test
  void only_a_members_word_counts() {
    Given given = asked(1, ANNA);
    given.when(BERT, approve(given)).refusedBecause("not-a-member");
    assertThat(starts(given.when(ANNA, approve(given)))).isTrue();
  }

  @Test
  void what_counts_is_the_person_behind_the_credential() {
    Given given = asked(1, new ActorId("p-1"));
    given.when(ANNA, approve(given)).refusedBecause("not-a-member");
    given.git.linked(ANNA, new ActorId("p-1"));
    assertThat(starts(given.when(ANNA, approve(given)))).isTrue();
  }

  @Test
  void a_member_needs_the_role_too() {
    Given given = asked(1, new ActorId("viewer"));
    given.when(new Command.IssueToken(new ActorId("viewer"), Role.VIEWER, new Scope.Everything()));
    given.when(new ActorId("viewer"), approve(given)).refusedBecause("not-allowed");
  }

  @Test
  void an_author_is_an_author_in_every_group() {
    Given given = asked(1, AUTHOR);
    given.when(AUTHOR, approve(given)).refusedBecause("own-approval");
  }

  @Test
  void members_of_any_of_the_groups_count_and_each_person_once() {
    Given given = waiting(approvalsFrom(2, "ops", "security"));
    add(given, "ops", ANNA);
    add(given, "security", ANNA);
    add(given, "security", BERT);
    assertThat(starts(given.when(ANNA, approve(given)))).isFalse();
    given.when(ANNA, approve(given)).nothingBecause("approved-before");
    assertThat(starts(given.when(BERT, approve(given)))).isTrue();
  }

  @Test
  void who_leaves_the_group_before_the_start_counts_no_more() {
    Given given = asked(1, ANNA, BERT);
    lockStaging(given);
    given.when(ANNA, approve(given));
    Then then = remove(given, "security", ANNA);
    then.then(MemberRemoved.class, GuardrailJudged.class);
    assertThat(then.one(GuardrailJudged.class).verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(starts(unlockStaging(given))).isFalse();
    assertThat(starts(given.when(BERT, approve(given)))).isTrue();
  }

  @Test
  void who_leaves_after_the_start_stops_nothing() {
    Given given = asked(1, ANNA);
    given.when(ANNA, approve(given));
    assertThat(remove(given, "security", ANNA).all(GuardrailJudged.class)).isEmpty();
  }

  @Test
  void who_comes_into_the_group_has_approved_by_what_was_said_before() {
    Given given = waiting(approvalsFrom(1, "security"), approvals(2));
    given.when(ANNA, approve(given));
    given.when(BERT, approve(given));
    Then then = add(given, "security", BERT);
    assertThat(then.entries().getFirst().entry()).isInstanceOf(MemberAdded.class);
    assertThat(starts(then)).isTrue();
  }

  @Test
  void one_word_counts_for_several_rules_and_once_for_each() {
    Given given = waiting(approvalsFrom(1, "security"), approvals(2));
    add(given, "security", ANNA);
    Then first = given.when(ANNA, approve(given));
    assertThat(first.all(GuardrailJudged.class))
        .extracting(judged -> judged.guardrail() + " " + judged.verdict())
        .containsExactly("approval from security PASS", "approval PENDING");
    given.when(ANNA, approve(given)).nothingBecause("approved-before");
    assertThat(starts(given.when(BERT, approve(given)))).isTrue();
  }

  @Test
  void every_rule_has_to_be_met() {
    Given given = waiting(approvalsFrom(1, "security"), approvals(1));
    add(given, "security", CARL);
    assertThat(starts(given.when(ANNA, approve(given)))).isFalse();
    assertThat(starts(given.when(CARL, approve(given)))).isTrue();
  }

  @Test
  void a_word_that_one_rule_allows_of_oneself_counts_for_no_other() {
    ApprovalPolicy lenient =
        new ApprovalPolicy(
            1,
            Role.APPROVER,
            true,
            Duration.ofHours(24),
            Optional.of(List.of(new GroupName("shop"))));
    Given given = waiting(approvals(1), lenient);
    add(given, "shop", AUTHOR);
    assertThat(given.when(AUTHOR, approve(given)).one(ApprovalGiven.class).self()).isTrue();
    given.git.wrote(Fixtures.sha(2), Optional.empty());
    add(given, "shop", BERT);
    Then unlinked = given.when(BERT, approve(given));
    assertThat(starts(unlinked)).isFalse();
    assertThat(unlinked.settlement().because().code()).isIn("approved", "approved-before");
    given.git.wrote(Fixtures.sha(2), Optional.of(AUTHOR));
    assertThat(starts(given.when(ANNA, approve(given)))).isTrue();
  }

  @Test
  void whoever_has_the_role_may_reject_a_member_or_not() {
    Given given = asked(1, ANNA);
    assertThat(given.when(BERT, reject(given)).all(ShipmentStopped.class)).hasSize(1);
  }

  @Test
  void coming_twice_is_no_news_and_a_stranger_cannot_leave() {
    Given given = asked(1, ANNA);
    add(given, "security", ANNA).nothingBecause("member-already");
    remove(given, "security", BERT).refusedBecause("unknown-member");
    remove(given, "ops", ANNA).refusedBecause("unknown-member");
  }

  @Test
  void a_group_has_a_limit_and_says_so() {
    Given given = new Given();
    for (int n = 0; n < 200; n++) {
      add(given, "crowd", new ActorId("p-" + n));
    }
    add(given, "crowd", new ActorId("p-200")).refusedBecause("group-full");
  }

  @Test
  void replay_gives_the_same_groups_and_no_empty_ones() {
    Given given = asked(1, ANNA, BERT);
    remove(given, "security", ANNA);
    add(given, "ops", ANNA);
    remove(given, "ops", ANNA);
    World again = World.empty(Organisation.MAIN);
    for (Recorded recorded : given.ledger()) {
      again = again.with(recorded);
    }
    assertThat(again.groups()).isEqualTo(given.world().groups());
    assertThat(again.groups().byName()).containsOnlyKeys(new GroupName("security"));
    assertThat(again.groups().members(new GroupName("security"))).containsExactly(BERT);
  }

  @Test
  void the_ballot_says_by_each_rule_who_may_and_whose_word_counts() {
    Given given = waiting(approvalsFrom(1, "security"), approvals(2));
    add(given, "security", BERT);
    given.when(ANNA, approve(given));
    Ballot ballot = look(given, BERT);
    assertThat(ballot.rules())
        .extracting(rule -> rule.name().value())
        .containsExactly("approval from security", "approval");
    assertThat(ballot.rules().getFirst().groups())
        .containsExactly(new Ballot.Group(new GroupName("security"), List.of(BERT)));
    assertThat(ballot.rules())
        .extracting(rule -> rule.given().getFirst().counts())
        .containsExactly(false, true);
    assertThat(ballot.notApproving()).isEmpty();
    assertThat(look(given, ANNA).notApproving().orElseThrow().code()).isEqualTo("approved-before");
  }

  private static Ballot look(Given given, ActorId actor) {
    return Looked.at(
        given,
        facts ->
            Ballots.look(given.world(), Approving.head(given).id(), actor, facts, given.now()));
  }
}
