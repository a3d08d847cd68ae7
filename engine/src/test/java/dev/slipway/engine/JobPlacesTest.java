package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.rollout.JobMoves;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which target runs a job, and about which job a person is asked. */
class JobPlacesTest {

  private static final TargetId A = target("staging", "a");
  private static final TargetId B = target("staging", "b");
  private static final Reason LOST = new Reason("lost", "The machine went away.");

  /** Two targets, some of which have an agent. */
  private static Given two(TargetId... agents) {
    Given given = new Given();
    given.when(Fixtures.apply(Fixtures.atOnce("staging")));
    given.when(Fixtures.apply(A));
    given.when(Fixtures.apply(B));
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "v1")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    for (TargetId target : agents) {
      given.when(new Command.EnrolAgent(Given.agentOf(target), target, Fixtures.key()));
    }
    return given;
  }

  private static TargetId runs(Then then) {
    OrderIssued order = then.one(OrderIssued.class);
    assertThat(order.job()).isPresent();
    return order.slot().target();
  }

  static Stream<Arguments> agents() {
    return Stream.of(
        Arguments.of(List.of(A, B), A),
        Arguments.of(List.of(A), A),
        Arguments.of(List.of(B), B),
        Arguments.of(List.of(), A));
  }

  @ParameterizedTest
  @MethodSource("agents")
  void the_first_that_has_an_agent_runs_it_and_without_any_the_first(
      List<TargetId> agents, TargetId runs) {
    Given given = two(agents.toArray(TargetId[]::new));
    assertThat(runs(Jobbing.push(given, 2, Jobbing.migrate("1")))).isEqualTo(runs);
  }

  /** Every target holds the delivery, and its job is what is left. */
  private static Then smoke(Given given) {
    given.whenConverged(A);
    return given.whenConverged(B);
  }

  @Test
  void a_paused_target_runs_none_and_another_does() {
    Given given = two(A, B);
    Jobbing.push(given, 2, Jobbing.smoke());
    given.when(new Command.PauseTarget(A, new Remark("It is being moved.")));
    assertThat(runs(smoke(given))).isEqualTo(B);
  }

  @Test
  void where_all_are_paused_it_waits_for_the_first_that_is_in_use_again() {
    Given given = two(A, B);
    Jobbing.push(given, 2, Jobbing.smoke());
    given.when(new Command.PauseTarget(A, new Remark("It is being moved.")));
    given.when(new Command.PauseTarget(B, new Remark("It is being moved.")));
    assertThat(smoke(given).all(OrderIssued.class)).isEmpty();
    assertThat(given.at("staging").active().orElseThrow().because().orElseThrow().sentence())
        .contains("slipway target resume staging a");
    assertThat(runs(given.when(new Command.ResumeTarget(B)))).isEqualTo(B);
  }

  private static boolean isInDoubt(Given given) {
    PlacementState at = given.at("staging");
    return JobMoves.inDoubt(at.active().orElseThrow(), at.jobs(), given.now()).isPresent();
  }

  @Test
  void a_job_that_succeeded_hides_none_after_it() {
    Given given = Jobbing.delivered();
    Jobbing.push(given, 3, Jobbing.migrate("1"), Jobbing.smoke());
    given.whenConverged(Jobbing.LOCAL);
    Jobbing.converged(given);
    assertThat(isInDoubt(given)).isFalse();
    given.whenEnded(Jobbing.LOCAL, new Outcome.Unknown(LOST));
    assertThat(isInDoubt(given)).isTrue();
  }

  @Test
  void nobody_is_asked_about_a_job_of_what_is_led_back() {
    Given given = Jobbing.delivered();
    Jobbing.push(given, 3, Jobbing.migrate("1"));
    given.whenEnded(Jobbing.LOCAL, new Outcome.Unknown(LOST));
    assertThat(isInDoubt(given)).isTrue();
    given.when(new Command.Cancel(given.at("staging").active().orElseThrow().delivery().id()));
    assertThat(isInDoubt(given)).isFalse();
  }

  @Test
  void of_many_that_keep_silent_five_are_named() {
    for (int targets : List.of(5, 6)) {
      Given given = new Given();
      given.when(Fixtures.apply(Fixtures.atOnce("staging")));
      IntStream.rangeClosed(1, targets)
          .forEach(n -> given.when(Fixtures.apply(target("staging", "t" + n))));
      given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "v1")));
      given.when(
          new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
      given.agents("staging");
      Jobbing.push(given, 2);
      given.later(Duration.ofDays(1)).whenTicked("staging");
      assertThat(given.at("staging").active().orElseThrow().because().orElseThrow().sentence())
          .isEqualTo(
              "Nothing was heard from t1, t2, t3, t4, t5%s within the deadline."
                  .formatted(targets == 5 ? "" : " and 1 more"));
    }
  }
}
