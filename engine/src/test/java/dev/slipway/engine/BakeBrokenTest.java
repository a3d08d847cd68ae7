package dev.slipway.engine;

import static dev.slipway.engine.Baking.A;
import static dev.slipway.engine.Baking.B;
import static dev.slipway.engine.Baking.BAD;
import static dev.slipway.engine.Baking.BLUE_GREEN;
import static dev.slipway.engine.Baking.ROLLING;
import static dev.slipway.engine.Baking.TIME;
import static dev.slipway.engine.Baking.back;
import static dev.slipway.engine.Baking.baking;
import static dev.slipway.engine.Baking.converge;
import static dev.slipway.engine.Baking.inForce;
import static dev.slipway.engine.Baking.observed;
import static dev.slipway.engine.Baking.rollout;
import static dev.slipway.engine.Baking.slot;
import static dev.slipway.engine.Baking.underWay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.model.Fence;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is new and is not healthy all the time while it bakes. */
class BakeBrokenTest {

  @Test
  void a_target_that_is_not_as_ordered_meanwhile_fails_the_rollout() {
    for (boolean drifted : List.of(true, false)) {
      Given given = baking(BLUE_GREEN, OnFailure.HALT);
      Then then = given.later(Duration.ofMinutes(1)).whenReported(observed(given, B, drifted));
      RolloutFailed failed = then.one(RolloutFailed.class);
      assertThat(failed.because().code()).isEqualTo("unhealthy-while-baking");
      assertThat(failed.because().sentence()).startsWith("b failed: ").contains("So it is.");
      assertThat(back(then)).containsExactly(A, B);
      assertThat(inForce(given).change().sha()).isEqualTo(Fixtures.sha(2));
      given.later(TIME).whenTicked("staging").then();
    }
  }

  @Test
  void it_goes_back_by_itself_to_what_stood_by_and_that_does_not_bake_again() {
    Given given = baking(BLUE_GREEN, OnFailure.ROLLBACK);
    Then then = given.whenReported(observed(given, A, true));
    assertThat(then.one(RolloutFailed.class)).isNotNull();
    assertThat(then.one(DeliveryMade.class).delivery().change().sha()).isEqualTo(Fixtures.sha(2));
    assertThat(then.one(RolloutStarted.class).bakes()).isEmpty();
    assertThat(then.one(RolloutStarted.class).steps()).isEqualTo(1);
    Then back = converge(given);
    assertThat(back.all(RolloutSettled.class)).hasSize(1);
  }

  @Test
  void one_of_several_targets_fails_it_even_before_the_others_are_there() {
    Given given = underWay(ROLLING, OnFailure.HALT);
    given.whenConverged(A);
    Then then = given.whenReported(observed(given, A, true));
    assertThat(then.one(RolloutFailed.class).because().sentence()).startsWith("a failed: ");
    assertThat(back(then)).containsExactly(A, B);
  }

  @Test
  void what_has_not_baked_is_kept_nowhere_and_who_took_the_last_order_is_through() {
    Given early = underWay(ROLLING, OnFailure.HALT);
    early.whenConverged(A);
    assertThat(back(early.whenEnded(B, BAD))).containsExactly(A, B);

    Given late = baking(ROLLING, OnFailure.HALT);
    late.later(TIME).whenTicked("staging");
    late.whenConverged(A);
    assertThat(back(late.whenEnded(B, BAD))).containsExactly(B);
  }

  @Test
  void what_is_not_as_ordered_before_it_bakes_is_as_it_was() {
    Given given = underWay(BLUE_GREEN, OnFailure.HALT);
    given.whenConverged(A);
    given.whenReported(observed(given, A, true)).then();
    assertThat(rollout(given).phase()).isEqualTo(RolloutPhase.RUNNING);
  }

  @Test
  void a_silent_target_is_no_success() {
    Given given = baking(BLUE_GREEN, OnFailure.HALT);
    given.later(TIME).whenTicked("staging");
    given.whenConverged(A);
    given.later(Duration.ofHours(2)).whenTicked("staging");
    assertThat(rollout(given).phase()).isEqualTo(RolloutPhase.STUCK);
    assertThat(rollout(given).because().orElseThrow().code()).isEqualTo("silent");
    assertThat(inForce(given).change().sha()).isEqualTo(Fixtures.sha(2));
  }

  @Test
  void what_is_told_late_counts_as_if_it_had_been_told_in_time() {
    Given given = baking(ROLLING, OnFailure.HALT);
    Fence baked = given.fence(slot(A));
    given.later(TIME).whenTicked("staging");
    Then then = given.whenReported(observed(A, baked, false));
    assertThat(then.all(RolloutFailed.class)).hasSize(1);
  }

  @Test
  void what_is_told_of_before_it_baked_does_not_count() {
    Given given = underWay(BLUE_GREEN, OnFailure.HALT);
    Fence before = given.fence(slot(A));
    while (rollout(given).bakingSince().isEmpty()) {
      converge(given);
    }
    given.whenReported(observed(A, before, true)).then();
  }

  @Test
  void another_process_than_the_one_that_began_has_not_baked() {
    Given given = baking(ROLLING, OnFailure.HALT);
    given.later(TIME).whenTicked("staging");
    Then then = given.whenEnded(A, withOthers(given));
    assertThat(then.one(RolloutFailed.class).because().code()).isEqualTo("unhealthy-while-baking");
  }

  /**
   * Whose journal lost its end does an order again, and tells of it as if it were the first time.
   */
  @Test
  void who_says_once_more_that_it_converged_has_not_baked_with_other_processes() {
    Given same = baking(ROLLING, OnFailure.HALT);
    same.whenConverged(A).then();
    assertThat(rollout(same).bakingSince()).isPresent();

    Given given = baking(ROLLING, OnFailure.HALT);
    Then then = given.later(Duration.ofMinutes(1)).whenEnded(A, withOthers(given));
    assertThat(then.one(RolloutFailed.class).because().code()).isEqualTo("unhealthy-while-baking");
  }

  @Test
  void a_job_after_which_there_are_other_processes_has_broken_what_baked() {
    Given same = smoking();
    same.whenConverged(A).one(JobEnded.class);
    assertThat(same.whenConverged(A).all(RolloutSettled.class)).hasSize(1);

    Given given = smoking();
    Then then = given.whenEnded(A, withOthers(given));
    assertThat(then.one(JobEnded.class).succeeded()).isTrue();
    assertThat(then.one(RolloutFailed.class).because().code()).isEqualTo("unhealthy-while-baking");
  }

  /** It has baked, and one target runs the job that comes after. */
  private static Given smoking() {
    Given given = baking(ROLLING, OnFailure.HALT, Jobbing.smoke());
    given.later(TIME).whenTicked("staging");
    given.whenConverged(A);
    assertThat(Jobbing.ordered(given.whenConverged(B))).containsExactly("a:smoke");
    return given;
  }

  private static Outcome withOthers(Given given) {
    Outcome.Converged honest = (Outcome.Converged) Converging.asOrdered(given.world(), slot(A));
    return new Outcome.Converged(
        honest.instances().stream()
            .map(one ->
                new ObservedInstance(
                    one.service(), "2", one.release(), one.health(), one.details()))
            .toList());
  }
}
