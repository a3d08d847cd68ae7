package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.NOON;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.fold.Externals;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Link;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ExternalRecorded;
import dev.slipway.model.external.ExternalDeployment;
import dev.slipway.model.external.ExternalOutcome;
import dev.slipway.model.external.ExternalReport;
import dev.slipway.model.external.ExternalRun;
import dev.slipway.model.external.RunId;
import dev.slipway.model.external.ToolName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What other tools deploy is written down once, and moves nothing. */
public class ExternalTest {

  private static final Placement STAGING = Given.placement("staging");

  public static Command record(String tool, String id, int commit) {
    return record(STAGING, tool, id, commit, ExternalOutcome.SUCCEEDED, Optional.empty());
  }

  private static Command record(
      Placement placement,
      String tool,
      String id,
      int commit,
      ExternalOutcome outcome,
      Optional<Instant> ended) {
    return new Command.RecordExternal(
        new ExternalReport(
            placement,
            sha(commit),
            new ExternalRun(new ToolName(tool), new RunId(id)),
            outcome,
            Optional.empty(),
            ended,
            Optional.empty()));
  }

  private static Command at(String id, Instant ended) {
    return record(STAGING, "jenkins", id, 7, ExternalOutcome.SUCCEEDED, Optional.of(ended));
  }

  @Test
  void it_is_recorded_with_its_time_and_nothing_else_follows() {
    Given given = PushTest.shopAdded();
    PlacementState before = given.at("staging");
    ExternalDeployment told =
        given
            .when(record("jenkins", "4711", 7))
            .then(ExternalRecorded.class)
            .one(ExternalRecorded.class)
            .deployment();
    assertThat(told.ended()).isEqualTo(given.now());
    assertThat(told.sha()).isEqualTo(sha(7));
    assertThat(given.at("staging")).isEqualTo(before);
    assertThat(given.world().externals().of(STAGING).known()).containsExactly(told);
  }

  @Test
  void the_same_id_is_recorded_once_and_with_other_content_refused() {
    Given given = PushTest.shopAdded();
    given.when(record("jenkins", "4711", 7));
    given.later(Duration.ofHours(1));
    given.when(record("jenkins", "4711", 7)).nothingBecause("external-known");
    given.when(record("jenkins", "4711", 8)).refusedBecause("external-differs");
    given.when(at("4711", NOON.minusSeconds(1))).refusedBecause("external-differs");
    given
        .when(record(STAGING, "jenkins", "4711", 7, ExternalOutcome.FAILED, Optional.empty()))
        .refusedBecause("external-differs");
    assertThat(given.world().externals().of(STAGING).known()).hasSize(1);
    given.when(record("argo-cd", "4711", 8)).then(ExternalRecorded.class);
    given.when(record("jenkins", "4712", 8)).then(ExternalRecorded.class);
    assertThat(given.world().externals().of(STAGING).known()).hasSize(3);
  }

  @Test
  void what_is_on_its_way_goes_on_and_what_is_in_force_stays() {
    Given given = PushTest.shopAdded();
    Approving.push(given, 2);
    PlacementState before = given.at("staging");
    given.when(record("jenkins", "4711", 7)).then(ExternalRecorded.class);
    assertThat(given.at("staging")).isEqualTo(before);
    given.whenConverged(Fixtures.target("staging", "local"));
    Then again = given.when(record("jenkins", "4712", 7)).then(ExternalRecorded.class);
    assertThat(again.settlement().because().sentence())
        .isEqualTo(
            "jenkins 4712 brought %s to shop/staging, and succeeded. Slipway goes on keeping it as shop/staging#1 says."
                .formatted(sha(7).abbreviated()));
    assertThat(given.at("staging").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(2));
  }

  @Test
  void what_cannot_be_is_refused_with_its_reason() {
    Given given = PushTest.shopAdded();
    Placement moon = new Placement(new ApplicationName("moon"), Fixtures.environment("staging"));
    given
        .when(record(moon, "jenkins", "1", 7, ExternalOutcome.SUCCEEDED, Optional.empty()))
        .refusedBecause("unknown-application");
    given
        .when(
            record(
                Given.placement("moon"),
                "jenkins",
                "1",
                7,
                ExternalOutcome.SUCCEEDED,
                Optional.empty()))
        .refusedBecause("unknown-environment");
    given
        .when(at("1", given.now().plus(Duration.ofHours(1))))
        .refusedBecause("external-ahead-of-time");
    given.when(at("1", given.now().plus(Duration.ofMinutes(4)))).then(ExternalRecorded.class);
  }

  @Test
  void it_counts_by_its_end_and_of_too_many_what_ended_first_is_closed() {
    Given given = PushTest.shopAdded();
    for (int i = 0; i < Externals.KNOWN_MAX; i++) {
      given.when(at("run-" + i, NOON.minusSeconds(i)));
    }
    Instant first = NOON.minusSeconds(Externals.KNOWN_MAX - 1);
    assertThat(given.world().externals().of(STAGING).closedUntil()).contains(first);
    given.when(at("late", first)).refusedBecause("external-too-old");
    given.when(at("new", NOON)).then(ExternalRecorded.class);
    given.when(at("run-" + (Externals.KNOWN_MAX - 1), first)).refusedBecause("external-too-old");
    assertThat(given.world().externals().of(STAGING).known()).hasSize(Externals.KNOWN_MAX);
  }

  @Test
  void hostile_words_are_no_report() {
    assertThatThrownBy(() -> new ToolName("Jenkins CI")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new ToolName("")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new RunId("a\u001b[31m")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Link("javascript:alert(1)")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Link("https://user:word@host/")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> at("1", Instant.MIN)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> at("1", Instant.MAX)).isInstanceOf(InvalidValue.class);
  }
}
