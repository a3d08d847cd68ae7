package dev.slipway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.runtime.Context.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A job is run once what the order keeps is kept, and how it ends is how the order ends. */
final class JobTest {

  private static final Duration WHILE = Duration.ofSeconds(5);
  private static final Outcome FAILED = new Outcome.Failed(new Reason("exit-code", "3."));

  private final Stage stage = new Stage();

  private List<Outcome> ends() {
    return stage.reports.stream()
        .filter(Report.Ended.class::isInstance)
        .map(report -> ((Report.Ended) report).outcome())
        .toList();
  }

  @Test
  void it_is_run_once_the_rest_is_kept_and_the_rest_is_kept_from_then_on() {
    stage.orderJob(5, 1);
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.processes.attempts).containsExactly(Attempt.FIRST);
    assertThat(stage.commands.attempts).containsExactly(Attempt.FIRST);
    assertThat(ends()).singleElement().isInstanceOf(Outcome.Converged.class);
    stage.processes.differs = true;
    stage.pass(WHILE);
    assertThat(stage.processes.attempts).containsExactly(Attempt.FIRST, Attempt.HEALING);
    assertThat(stage.commands.attempts).hasSize(1);
  }

  @Test
  void where_the_rest_cannot_be_kept_it_does_not_begin() {
    stage.processes.result = Optional.of(FAILED);
    stage.orderJob(5, 1);
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.commands.attempts).isEmpty();
    assertThat(ends()).containsExactly(FAILED);
  }

  @Test
  void an_agent_that_died_while_it_ran_says_that_it_may_have_begun() {
    stage.commands.result = Optional.empty();
    stage.orderJob(5, 1);
    stage.boot();
    stage.pass(WHILE);
    stage.commands.result = Optional.of(FAILED);
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.commands.attempts).first().isEqualTo(Attempt.FIRST);
    assertThat(stage.commands.attempts).last().isNotEqualTo(Attempt.FIRST);
    assertThat(ends()).containsExactly(FAILED);
  }
}
