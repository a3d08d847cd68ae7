package dev.slipway.engine;

import static dev.slipway.engine.Strategies.converge;
import static dev.slipway.engine.Strategies.inForce;
import static dev.slipway.engine.Strategies.orders;
import static dev.slipway.engine.Strategies.push;
import static dev.slipway.engine.Strategies.rollout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.TargetRemovalAsked;
import dev.slipway.model.entry.TargetRemoved;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of targets that somebody pauses, removes, and has in use again. */
final class TargetsTest {

  private static final TargetId A = Fixtures.target("staging", "a");
  private static final TargetId B = Fixtures.target("staging", "b");
  private static final StrategyDefinition STRATEGY = new StrategyDefinition.Recreate();
  private static final Remark DISK = new Remark("Its disk is replaced.");
  private static final ActorId ANNA = new ActorId("anna");
  private static final ActorId BERT = new ActorId("bert");
  private static final Duration DAY = Duration.ofDays(1);

  /** Version 2 is in force at these, and version 3 is on its way. */
  private static Given underWay(TargetId... targets) {
    return Strategies.underWay(Fixtures.declared("staging", false), STRATEGY, targets);
  }

  /** Version 3 is in force. */
  private static Given settled(TargetId... targets) {
    Given given = underWay(targets);
    while (given.at("staging").active().isPresent()) {
      converge(given);
    }
    given.when(new Command.IssueToken(ANNA, Role.OWNER, new Scope.Everything()));
    given.when(new Command.IssueToken(BERT, Role.OWNER, new Scope.Everything()));
    return given;
  }

  private static TargetId[] ten() {
    return IntStream.range(0, 10)
        .mapToObj(n -> Fixtures.target("staging", "t" + n))
        .toArray(TargetId[]::new);
  }

  private static Settlement settlement(Then then) {
    return then.one(CauseSettled.class).settlement();
  }

  @Test
  void nothing_is_applied_while_it_is_paused_and_it_converges_when_it_is_resumed() {
    Given given = settled(A, B);
    given.when(new Command.PauseTarget(B, DISK));
    Then started = push(given, 4, STRATEGY);
    assertThat(started.one(RolloutStarted.class).members()).containsExactly(A.target());
    assertThat(started.one(RolloutStarted.class).excluded()).contains(List.of(B.target()));
    Then over = given.whenConverged(A);
    assertThat(over.all(RolloutSettled.class)).hasSize(1);
    assertThat(over.all(OrderIssued.class)).isEmpty();
    assertThat(inForce(given)).isEqualTo(4);
    assertThat(orders(given.when(new Command.ResumeTarget(B)))).containsExactly("b step 1");
  }

  @Test
  void a_rollout_under_way_waits_for_it_and_goes_on_when_it_is_in_use_again() {
    Given given = underWay(A, B);
    given.when(new Command.PauseTarget(B, DISK));
    Then waiting = given.whenConverged(A);
    assertThat(waiting.one(RolloutWaiting.class).because().code()).isEqualTo("target-paused");
    assertThat(Afresh.explain(given.world(), Given.placement("staging"), given.now()).unmet())
        .flatExtracting(Explanation.Unmet::ways)
        .extracting(Way::command)
        .containsExactly(
            "slipway target resume staging b", "slipway exclude shop/staging#2 --target b");
    assertThat(orders(given.when(new Command.ResumeTarget(B)))).containsExactly("b step 1");
  }

  @Test
  void a_rollout_under_way_goes_on_without_it_when_somebody_says_so() {
    Given given = underWay(A, B);
    DeliveryId id = rollout(given).delivery().id();
    given.when(new Command.PauseTarget(B, DISK));
    given.whenConverged(A);
    Then then = given.when(new Command.Exclude(id, B.target()));
    assertThat(then.all(RolloutSettled.class)).hasSize(1);
    assertThat(then.all(OrderIssued.class)).isEmpty();
    assertThat(orders(given.when(new Command.ResumeTarget(B)))).containsExactly("b step 1");
  }

  @Test
  void nothing_newer_passes_what_it_was_ordered_and_has_not_taken() {
    Given given = underWay(A);
    given.git.agentsAway(true);
    given.when(new Command.PauseTarget(A, DISK));
    assertThat(push(given, 4, STRATEGY).all(OrderIssued.class)).isEmpty();
    assertThat(given.when(new Command.ResumeTarget(A)).all(OrderIssued.class)).isNotEmpty();
  }

  @Test
  void what_it_says_of_the_way_forth_says_nothing_of_the_way_back() {
    Given given = underWay(A);
    given.when(new Command.PauseTarget(A, DISK));
    given.when(new Command.Cancel(rollout(given).delivery().id()));
    assertThat(given.whenConverged(A).all(RolloutCancelled.class)).isEmpty();
    assertThat(orders(given.when(new Command.ResumeTarget(A)))).containsExactly("a step 0");
    assertThat(given.whenConverged(A).all(RolloutCancelled.class)).hasSize(1);
  }

  @Test
  void what_it_was_ordered_before_it_finishes() {
    Given given = underWay(A, B);
    given.when(new Command.PauseTarget(A, DISK));
    assertThat(orders(given.whenConverged(A))).containsExactly("b step 1");
  }

  @Test
  void where_all_are_paused_it_waits_and_says_so() {
    Given given = settled(A);
    given.when(new Command.PauseTarget(A, DISK));
    Then pushed = push(given, 4, STRATEGY);
    assertThat(pushed.one(RolloutWaiting.class).because().code()).isEqualTo("targets-paused");
    assertThat(pushed.all(RolloutStarted.class)).isEmpty();
    assertThat(given.when(new Command.ResumeTarget(A)).all(RolloutStarted.class)).hasSize(1);
  }

  @Test
  void the_same_wish_once_more_is_no_news() {
    Given given = settled(A);
    given.when(new Command.PauseTarget(A, DISK));
    assertThat(settlement(given.when(new Command.PauseTarget(A, DISK))))
        .isInstanceOf(Settlement.NothingFollows.class);
    given.when(new Command.ResumeTarget(A));
    assertThat(settlement(given.when(new Command.ResumeTarget(A))))
        .isInstanceOf(Settlement.NothingFollows.class);
    assertThat(settlement(given.when(new Command.PauseTarget(B, DISK))))
        .isInstanceOf(Settlement.Refused.class);
  }

  @Test
  void what_is_removed_is_ordered_nothing_and_its_agent_is_heard_no_more() {
    Given given = settled(A, B);
    Then removed = given.when(ANNA, new Command.RemoveTarget(B));
    assertThat(removed.one(TargetRemoved.class).agent()).contains(Given.agentOf(B));
    assertThat(given.world().actors().targetOf(Given.agentOf(B))).isEmpty();
    assertThat(push(given, 4, STRATEGY).one(RolloutStarted.class).members())
        .containsExactly(A.target());
    assertThat(given.whenConverged(A).all(RolloutSettled.class)).hasSize(1);
    assertThat(given.world().deliveries().slots()).doesNotContainKey(new Slot(B, Fixtures.SHOP));
  }

  @Test
  void within_a_day_a_removal_is_taken_back_with_the_agent_that_was_there() {
    Given given = settled(A, B);
    given.when(ANNA, new Command.RemoveTarget(B));
    given.later(DAY.minusMillis(1));
    assertThat(orders(given.when(ANNA, new Command.ResumeTarget(B)))).containsExactly("b step 1");
    assertThat(given.world().actors().targetOf(Given.agentOf(B))).contains(B);
  }

  @Test
  void after_a_day_it_is_declared_anew() {
    Given given = settled(A, B);
    given.when(ANNA, new Command.RemoveTarget(B));
    given.later(DAY);
    assertThat(settlement(given.when(ANNA, new Command.ResumeTarget(B))).because().code())
        .isEqualTo("removal-final");
    assertThat(orders(given.when(Fixtures.apply(B)))).containsExactly("b step 1");
    assertThat(given.world().actors().targetOf(Given.agentOf(B))).isEmpty();
  }

  @Test
  void a_rollout_under_way_goes_on_without_what_is_removed() {
    Given given = underWay(A, B);
    Then removed = given.when(new Command.RemoveTarget(A));
    assertThat(removed.one(MemberExcluded.class).target()).isEqualTo(A.target());
    assertThat(orders(removed)).containsExactly("b step 1");
    assertThat(given.whenConverged(B).all(RolloutSettled.class)).hasSize(1);
  }

  @Test
  void the_only_target_of_a_rollout_under_way_stays() {
    Given given = underWay(A);
    assertThat(settlement(given.when(new Command.RemoveTarget(A))).because().code())
        .isEqualTo("last-member");
  }

  @Test
  void inv_39_more_than_a_tenth_within_a_day_takes_the_word_of_a_second_person() {
    TargetId[] targets = ten();
    Given given = settled(targets);
    assertThat(given.when(ANNA, new Command.RemoveTarget(targets[0])).all(TargetRemoved.class))
        .hasSize(1);
    for (int i = 0; i < 2; i++) {
      Then asked = given.when(ANNA, new Command.RemoveTarget(targets[1]));
      assertThat(asked.all(TargetRemovalAsked.class)).hasSize(1);
      assertThat(asked.all(TargetRemoved.class)).isEmpty();
    }
    assertThat(given.when(BERT, new Command.RemoveTarget(targets[1])).all(TargetRemoved.class))
        .hasSize(1);
  }

  @Test
  void the_word_of_the_first_counts_for_a_day_and_one_removal_a_day_takes_one_word() {
    Given given = settled(ten());
    given.when(ANNA, new Command.RemoveTarget(ten()[0]));
    given.when(ANNA, new Command.RemoveTarget(ten()[1]));
    given.later(DAY);
    assertThat(given.when(BERT, new Command.RemoveTarget(ten()[2])).all(TargetRemoved.class))
        .hasSize(1);
    assertThat(given.when(BERT, new Command.RemoveTarget(ten()[1])).all(TargetRemoved.class))
        .isEmpty();
  }

  @Test
  void what_a_person_says_with_two_tokens_is_one_word() {
    Given given = settled(ten());
    given.git.linked(ANNA, new ActorId("p-anna"));
    given.git.linked(BERT, new ActorId("p-anna"));
    given.when(ANNA, new Command.RemoveTarget(ten()[0]));
    given.when(ANNA, new Command.RemoveTarget(ten()[1]));
    assertThat(given.when(BERT, new Command.RemoveTarget(ten()[1])).all(TargetRemoved.class))
        .isEmpty();
  }
}
