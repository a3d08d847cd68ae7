package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static dev.slipway.engine.Jobbing.AT;
import static dev.slipway.engine.Jobbing.FAILED;
import static dev.slipway.engine.Jobbing.LOCAL;
import static dev.slipway.engine.Jobbing.SECOND;
import static dev.slipway.engine.Jobbing.UNKNOWN;
import static dev.slipway.engine.Jobbing.converged;
import static dev.slipway.engine.Jobbing.delivered;
import static dev.slipway.engine.Jobbing.deploy;
import static dev.slipway.engine.Jobbing.inForce;
import static dev.slipway.engine.Jobbing.migrate;
import static dev.slipway.engine.Jobbing.ordered;
import static dev.slipway.engine.Jobbing.push;
import static dev.slipway.engine.Jobbing.rollback;
import static dev.slipway.engine.Jobbing.settle;
import static dev.slipway.engine.Jobbing.smoke;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.rollout.Orders;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.Remark;
import dev.slipway.model.Slot;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.order.OrderBody.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A job is an effect: it is had once, by one target, and nobody guesses what became of it. */
class JobsTest {

  @Test
  void a_job_runs_before_anything_else_is_ordered_at_one_target_that_keeps_what_it_has() {
    Given given = delivered();
    Then then = push(given, 3, migrate("42"));
    assertThat(ordered(then)).containsExactly("local:migrate");
    Slot slot = new Slot(LOCAL, Fixtures.SHOP);
    assertThat(Orders.bodyOf(given.world(), slot).orElseThrow().wanted())
        .isInstanceOfSatisfying(
            Wanted.Effect.class,
            effect -> {
              assertThat(effect.state())
                  .isEqualTo(given.at("staging").inForce().orElseThrow().delivery().state());
              assertThat(effect.job().workload().words())
                  .extracting(word -> word.text())
                  .containsExactly("bin/migrate", sha(3).value());
            });
  }

  @Test
  void once_it_succeeded_that_is_written_down_and_the_rollout_goes_on() {
    Given given = delivered();
    push(given, 3, migrate("42"));
    Then then = given.whenConverged(LOCAL);
    assertThat(then.one(JobEnded.class).succeeded()).isTrue();
    assertThat(ordered(then)).containsExactly("local", "second");
    assertThat(converged(given).all(RolloutSettled.class)).hasSize(1);
    assertThat(inForce(given)).isEqualTo(2);
  }

  @Test
  void a_version_runs_once_whatever_delivery_asks_for_it() {
    Given given = delivered();
    push(given, 3, migrate("42"));
    given.whenConverged(LOCAL);
    converged(given);
    assertThat(ordered(push(given, 4, migrate("42")))).containsExactly("local", "second");
    converged(given);
    assertThat(ordered(push(given, 5, migrate("43")))).containsExactly("local:migrate");
  }

  @Test
  void a_rollback_and_a_target_that_joins_run_nothing_again() {
    Given given = delivered();
    push(given, 3, migrate("{sha}"));
    given.whenConverged(LOCAL);
    converged(given);
    push(given, 4, migrate("{sha}"));
    given.whenConverged(LOCAL);
    converged(given);
    assertThat(ordered(rollback(given, Optional.of(2)))).containsExactly("local", "second");
    converged(given);
    assertThat(ordered(given.when(Fixtures.apply(target("staging", "third")))))
        .containsExactly("third");
  }

  @Test
  void one_that_fails_fails_the_rollout_and_touches_nothing() {
    Given given = delivered();
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 3, migrate("42"));
    Then then = given.whenEnded(LOCAL, FAILED);
    then.then(JobEnded.class, RolloutFailed.class, ShipmentStopped.class, OrderIssued.class);
    assertThat(then.one(RolloutFailed.class).because().sentence())
        .isEqualTo("Job migrate (42) failed at local: It exited with 3.");
    assertThat(then.one(OrderIssued.class).step()).isZero();
    assertThat(inForce(given)).isEqualTo(1);
  }

  @Test
  void what_failed_for_one_delivery_is_not_run_again_for_another_by_itself() {
    Given given = delivered();
    push(given, 3, migrate("42"));
    given.whenEnded(LOCAL, FAILED);
    given.whenConverged(LOCAL);
    Then again = deploy(given, 3);
    assertThat(ordered(again)).isEmpty();
    assertThat(again.one(RolloutStuck.class).because().code()).isEqualTo("job-failed-before");
    assertThat(ordered(settle(given, 3, Verdict.RERUN))).containsExactly("local:migrate");
    assertThat(given.whenConverged(LOCAL).one(JobEnded.class).delivery().number()).isEqualTo(3);
  }

  @Test
  void an_unknown_outcome_waits_for_a_person_who_has_three_ways() {
    for (Verdict verdict : Verdict.values()) {
      Given given = delivered();
      push(given, 3, migrate("42"));
      Then stuck = given.whenEnded(LOCAL, UNKNOWN);
      assertThat(stuck.one(RolloutStuck.class).because().code()).isEqualTo("unknown-outcome");
      Explanation why = Afresh.explain(given.world(), AT, given.now());
      assertThat(why.unmet().getFirst().ways())
          .extracting(way -> way.command())
          .contains("slipway settle shop/staging#2 --target local --rerun");
      Then then = settle(given, 2, verdict);
      switch (verdict) {
        case SUCCEEDED -> assertThat(ordered(then)).containsExactly("local", "second");
        case FAILED -> then.one(RolloutFailed.class);
        case RERUN -> {
          assertThat(ordered(then)).containsExactly("local:migrate");
          assertThat(then.one(OrderIssued.class).attempt()).isEqualTo(2);
        }
      }
    }
  }

  @Test
  void one_that_nothing_is_heard_of_within_its_time_waits_for_a_person_too() {
    Given given = delivered();
    push(given, 3, migrate("42"));
    settle(given, 2, Verdict.SUCCEEDED).refusedBecause("nothing-to-settle");
    given.later(Duration.ofHours(2));
    Then then = given.whenTicked("staging");
    assertThat(then.one(RolloutStuck.class).because().code()).isEqualTo("unknown-outcome");
    assertThat(ordered(settle(given, 2, Verdict.SUCCEEDED))).containsExactly("local", "second");
  }

  @Test
  void a_job_after_runs_once_every_target_holds_the_delivery_and_before_it_is_in_force() {
    Given given = delivered();
    assertThat(ordered(push(given, 3, smoke()))).containsExactly("local", "second");
    given.whenConverged(LOCAL);
    Then then = given.whenConverged(SECOND);
    assertThat(ordered(then)).containsExactly("local:smoke");
    assertThat(then.all(RolloutSettled.class)).isEmpty();
    Then ended = given.whenConverged(LOCAL);
    ended.then(JobEnded.class, OrderIssued.class);
    assertThat(ordered(ended)).containsExactly("local");
    assertThat(given.whenConverged(LOCAL).all(RolloutSettled.class)).hasSize(1);
  }

  @Test
  void one_that_fails_after_goes_back_where_that_is_wanted() {
    Given given = delivered();
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 3, smoke());
    converged(given);
    given.whenEnded(LOCAL, FAILED);
    Then then = given.whenConverged(LOCAL);
    assertThat(then.one(RolloutFailed.class).because().sentence()).contains("Job smoke");
    assertThat(then.one(DeliveryMade.class).delivery().change().sha()).isEqualTo(sha(2));
  }

  @Test
  void an_effect_is_not_cut_in_two() {
    Given given = delivered();
    push(given, 3, migrate("42"));
    Command cancel = new Command.Cancel(new DeliveryId(AT, 2));
    given.when(cancel).refusedBecause("job-running");
    given.whenEnded(LOCAL, UNKNOWN);
    Then then = given.when(cancel);
    assertThat(then.settlement().because().code()).isEqualTo("cancelling");
    assertThat(then.one(OrderIssued.class).step()).isZero();
    assertThat(given.whenConverged(LOCAL).all(RolloutCancelled.class)).hasSize(1);
  }

  @Test
  void while_it_is_paused_none_begins_and_one_that_runs_goes_on() {
    Given given = delivered();
    push(given, 3, migrate("42"), smoke());
    given.when(new Command.Pause(AT, new Remark("It looks bad.")));
    Then then = given.whenConverged(LOCAL);
    assertThat(then.one(JobEnded.class).job()).isEqualTo(new JobName("migrate"));
    assertThat(ordered(then)).isEmpty();
    assertThat(ordered(given.when(new Command.Resume(AT, Optional.empty()))))
        .containsExactly("local", "second");
  }

  @Test
  void what_it_waits_for_is_said() {
    Given given = delivered();
    push(given, 3, migrate("42"));
    assertThat(given.at("staging").active().orElseThrow().because())
        .hasValueSatisfying(because -> assertThat(because.code()).isEqualTo("job-running"));
    assertThat(given.ledger().stream().filter(it -> it.entry() instanceof RolloutWaiting).toList())
        .hasSize(1);
  }

  @Test
  void an_agent_without_memory_is_not_given_a_job_that_has_ended() {
    Given given = delivered();
    push(given, 3, migrate("42"));
    Slot slot = new Slot(LOCAL, Fixtures.SHOP);
    assertThat(Orders.of(given.world(), slot)).isPresent();
    given.when(new Command.Pause(AT, new Remark("It looks bad.")));
    given.whenConverged(LOCAL);
    assertThat(Orders.of(given.world(), slot)).isEmpty();
    assertThat(List.copyOf(given.at("staging").jobs().runs())).hasSize(1);
  }
}
