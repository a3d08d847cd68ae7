package dev.slipway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.runtime.Context.Attempt;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Secrets are found before anything is touched. */
final class SecretsTest {

  private static final Duration WHILE = Duration.ofSeconds(5);
  private static final Outcome MISSING =
      new Outcome.Failed(
          new Reason("secret-missing", "Nothing here holds the secret variable KEY."));

  private static final SecretValues AWAITED =
      reference -> {
        throw SecretMissing.awaited(new Reason("secret-key-awaited", reference.words()));
      };

  private final Stage stage = new Stage();

  /** An order of a service with a secret comes, and the agent has a while. */
  private void begins() {
    stage.order(5, 1, PaperOrders.secretive(Stage.run()));
    stage.boot();
    stage.pass(WHILE);
  }

  private List<Outcome> ends() {
    return stage.reports.stream()
        .filter(Report.Ended.class::isInstance)
        .map(report -> ((Report.Ended) report).outcome())
        .toList();
  }

  @Test
  void where_one_is_missing_nothing_is_touched_and_why_is_told() {
    begins();
    assertThat(stage.processes.attempts).isEmpty();
    assertThat(stage.commands.attempts).isEmpty();
    assertThat(ends()).containsExactly(MISSING);
  }

  @Test
  void where_it_is_found_all_goes_on_as_without() {
    stage.values = _ -> "hunter2";
    begins();
    assertThat(stage.processes.attempts).containsExactly(Attempt.FIRST);
    assertThat(ends()).singleElement().isInstanceOf(Outcome.Converged.class);
  }

  @Test
  void one_that_is_on_its_way_is_waited_for_and_nothing_is_touched_meanwhile() {
    stage.values = AWAITED;
    begins();
    assertThat(stage.processes.attempts).isEmpty();
    assertThat(ends()).isEmpty();

    stage.values = _ -> "hunter2";
    stage.pass(WHILE);
    assertThat(stage.processes.attempts).containsExactly(Attempt.FIRST);
    assertThat(ends()).singleElement().isInstanceOf(Outcome.Converged.class);
  }

  @Test
  void who_waits_for_one_goes_on_to_a_newer_order() {
    stage.values = AWAITED;
    begins();
    stage.order(6, 2, Stage.run());
    stage.pass(WHILE);
    assertThat(stage.processes.attempts).containsExactly(Attempt.FIRST);
    assertThat(ends()).last().isInstanceOf(Outcome.Converged.class);
  }

  @Test
  void a_job_without_its_secret_leaves_what_runs_as_it_is() {
    stage.order(5, 1, PaperOrders.secretiveEffect(Stage.run(), Stage.command()));
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.processes.attempts).isEmpty();
    assertThat(ends()).containsExactly(MISSING);
  }

  @Test
  void a_command_that_may_be_running_does_not_fail_for_a_secret_that_is_gone_since() {
    stage.values = _ -> "hunter2";
    stage.commands.result = Optional.empty();
    stage.order(5, 1, PaperOrders.secretive(Stage.command()));
    stage.boot();
    stage.pass(WHILE);
    stage.values = SecretValues.NONE;
    stage.commands.result = Optional.of(new Outcome.Converged(List.of()));
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.commands.attempts).last().isEqualTo(Attempt.AGAIN);
    assertThat(ends()).singleElement().isInstanceOf(Outcome.Converged.class);
  }

  @Test
  void what_died_is_healed_by_its_adapter_whatever_else_lacks_a_secret_by_now() {
    stage.values = _ -> "hunter2";
    begins();
    stage.values = SecretValues.NONE;
    stage.processes.differs = true;
    stage.pass(WHILE);
    assertThat(stage.processes.attempts).containsExactly(Attempt.FIRST, Attempt.HEALING);
  }
}
