package dev.slipway.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.SigningKey;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.runtime.Context;
import dev.slipway.wire.agent.Stray;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AgentTest {

  private static final Duration WHILE = Duration.ofSeconds(5);

  private final Stage stage = new Stage();

  private List<Report.Ended> ends() {
    return stage.reports.stream()
        .filter(Report.Ended.class::isInstance)
        .map(Report.Ended.class::cast)
        .toList();
  }

  private List<Report.Observed> observations() {
    return stage.reports.stream()
        .filter(Report.Observed.class::isInstance)
        .map(Report.Observed.class::cast)
        .toList();
  }

  @Test
  void an_order_is_carried_out_once_and_its_end_reported_once() {
    stage.order(5, 1, Stage.command());
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.commands.attempts).containsExactly(Context.Attempt.FIRST);
    assertThat(ends()).hasSize(1);
    assertThat(ends().getFirst().fence().toString()).isEqualTo("1.5");
  }

  @Test
  void an_order_that_nobody_certified_is_not_carried_out() {
    stage.sign(5, 1, Stage.command(), SigningKey.generate(new SecureRandom()));
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.commands.attempts).isEmpty();
    assertThat(stage.journal).hasSize(1);
    assertThat(stage.log).anyMatch(line -> line.startsWith("Refused an order"));
  }

  @Test
  void an_older_order_never_undoes_a_newer_one() {
    stage.order(5, 2, Stage.command());
    stage.boot();
    stage.pass(WHILE);
    stage.orders.clear();
    stage.order(4, 1, Stage.command());
    stage.pass(Duration.ofMillis(100));
    stage.orders.clear();
    stage.pass(WHILE);
    assertThat(stage.commands.attempts).hasSize(1);
  }

  @Test
  void a_newer_order_stops_the_work_for_the_older_one_first() {
    stage.commands.result = Optional.empty();
    stage.order(5, 1, Stage.command());
    stage.boot();
    stage.pass(WHILE);
    stage.orders.clear();
    stage.order(9, 2, Stage.command());
    stage.pass(WHILE);
    assertThat(stage.commands.contexts.getFirst().cancellation().isRequested()).isTrue();
    assertThat(stage.commands.attempts).hasSize(1);
    stage.commands.pending.getFirst().complete(failed("cancelled"));
    stage.pass(WHILE);
    assertThat(stage.commands.attempts).hasSize(2);
    assertThat(ends()).extracting(end -> end.fence().toString()).containsExactly("1.5");
  }

  @Test
  void what_differs_is_healed_and_both_are_told() {
    stage.order(5, 1, Stage.run());
    stage.boot();
    stage.pass(WHILE);
    stage.processes.differs = true;
    stage.pass(WHILE);
    assertThat(stage.processes.attempts)
        .containsExactly(Context.Attempt.FIRST, Context.Attempt.HEALING);
    assertThat(observations()).extracting(Report.Observed::drifted).containsExactly(true, false);
  }

  @Test
  void it_heals_while_the_server_is_away_and_tells_later() {
    stage.order(5, 1, Stage.run());
    stage.boot();
    stage.pass(WHILE);
    stage.away = true;
    stage.processes.differs = true;
    stage.pass(WHILE);
    assertThat(stage.processes.attempts).hasSize(2);
    assertThat(observations()).isEmpty();
    stage.away = false;
    stage.pass(Duration.ofMinutes(1));
    assertThat(observations()).isNotEmpty();
  }

  @Test
  void a_report_does_not_wait_for_the_question_that_a_server_holds_since_it_is_back() {
    stage.holds = true;
    stage.commands.result = Optional.empty();
    stage.order(5, 1, Stage.command());
    stage.boot();
    stage.pass(WHILE);
    stage.restartServer();
    stage.pass(Duration.ofSeconds(1));
    stage.commands.pending.getFirst().complete(new Outcome.Converged(List.of()));
    stage.pass(Duration.ofSeconds(1));
    assertThat(ends()).hasSize(1);
  }

  @Test
  void an_outcome_from_an_earlier_life_is_known_to_be_heard_at_once_though_questions_are_held() {
    stage.holds = true;
    stage.commands.result = Optional.empty();
    stage.order(5, 1, Stage.command());
    stage.boot();
    stage.pass(WHILE);
    stage.away = true;
    stage.commands.pending.getFirst().complete(new Outcome.Converged(List.of()));
    stage.pass(Duration.ofSeconds(1));
    stage.away = false;
    stage.boot();
    stage.pass(Duration.ofSeconds(1));
    assertThat(ends()).hasSize(1);
    assertThat(new String(stage.journal.getLast(), UTF_8)).contains("acknowledged");
  }

  @Test
  void a_failed_order_is_not_healed() {
    stage.processes.result = Optional.of(failed("not-healthy"));
    stage.order(5, 1, Stage.run());
    stage.boot();
    stage.pass(Duration.ofMinutes(5));
    assertThat(stage.processes.attempts).hasSize(1);
    assertThat(ends()).hasSize(1);
  }

  @Test
  void a_way_back_that_fails_is_tried_until_it_comes_true_also_in_another_life() {
    stage.processes.result = Optional.of(failed("not-healthy"));
    stage.step = 0;
    stage.order(5, 1, Stage.run());
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.processes.attempts.size()).isGreaterThan(2);
    assertThat(ends()).hasSize(1);
    stage.processes.differs = true;
    stage.processes.result = Optional.of(new Outcome.Converged(List.of()));
    stage.boot();
    stage.pass(Duration.ofMinutes(2));
    assertThat(observations().getLast().because().code()).isEqualTo("healed");
    assertThat(ends()).hasSize(1);
  }

  @Test
  void what_runs_and_nobody_ordered_is_told_and_not_touched() {
    Slot former =
        new Slot(
            new TargetId(Stage.SLOT.target().environment(), new TargetName("former")),
            Stage.SLOT.application());
    stage.processes.running.put(former, List.of(instance(Health.HEALTHY), instance(Health.GONE)));
    stage.processes.running.put(Stage.SLOT, List.of(instance(Health.HEALTHY)));
    stage.order(5, 1, Stage.run());
    stage.boot();
    stage.pass(Duration.ofMinutes(1));
    assertThat(stage.strays).containsExactly(new Stray("staging", "former", "shop", "web", 1));
    assertThat(stage.processes.attempts).containsExactly(Context.Attempt.FIRST);
    stage.processes.running.remove(former);
    stage.pass(Duration.ofMinutes(1));
    assertThat(stage.strays).isEmpty();
  }

  private static ObservedInstance instance(Health health) {
    return new ObservedInstance(
        new ServiceName("web"), "web-1", Digest.ofHex("d".repeat(64)), health, new TreeMap<>());
  }

  @Test
  void another_life_resumes_what_was_begun() {
    stage.commands.result = Optional.empty();
    stage.order(5, 1, Stage.command());
    stage.boot();
    stage.pass(WHILE);
    stage.commands.result = Optional.of(new Outcome.Converged(List.of()));
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.commands.attempts)
        .containsExactly(Context.Attempt.FIRST, Context.Attempt.AGAIN);
    assertThat(ends()).hasSize(1);
  }

  @Test
  void a_crash_at_any_write_never_makes_a_second_first_attempt() {
    int writes = 0;
    boolean whole = false;
    while (!whole) {
      Stage crashed = new Stage();
      crashed.order(5, 1, Stage.command());
      crashed.writesLeft = writes;
      crashed.boot();
      crashed.pass(WHILE);
      whole = crashed.writesLeft >= 0;
      crashed.writesLeft = Integer.MAX_VALUE;
      crashed.boot();
      crashed.pass(WHILE);
      assertThat(crashed.commands.attempts.stream().filter(Context.Attempt.FIRST::equals))
          .as("crash at write %s", writes)
          .hasSize(1);
      assertThat(crashed.reports).as("crash at write %s", writes).isNotEmpty();
      writes++;
    }
    assertThat(writes).isGreaterThan(3);
  }

  private static Outcome failed(String code) {
    return new Outcome.Failed(new Reason(code, "It is so."));
  }
}
