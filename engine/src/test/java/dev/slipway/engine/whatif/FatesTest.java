package dev.slipway.engine.whatif;

import static dev.slipway.engine.whatif.Spans.ROLLOUT;
import static dev.slipway.engine.whatif.Spans.STAGING;
import static dev.slipway.engine.whatif.Spans.active;
import static dev.slipway.engine.whatif.Spans.push;
import static dev.slipway.engine.whatif.Spans.shop;
import static dev.slipway.engine.whatif.Spans.since;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of each shipment at each placement, and when, read from what was written. */
class FatesTest {

  private static final ActorId ANNA = new ActorId("anna");
  private static final Reason DIED = new Reason("died", "It died.");

  private final Given given = shop();
  private Instant since = given.now();

  @BeforeEach
  void begin() {
    given.when(new Command.IssueToken(ANNA, Role.APPROVER, new Scope.Everything()));
    given.later(Duration.ofMinutes(1));
    since = given.now();
  }

  private void asking() {
    given.when(Fixtures.apply(Fixtures.guarded("staging", Fixtures.approvals(1))));
    given.later(Duration.ofMinutes(1));
    since = given.now();
  }

  private ShipmentId pushed(int n) {
    push(given, n);
    return active(given).shipment();
  }

  private Fate fate(String environment, ShipmentId shipment) {
    Span span = since(given, since);
    return Fates.of(span.before(), span.entries())
        .of(new Fates.Leg(Given.placement(environment), shipment));
  }

  private Fate staging(ShipmentId shipment) {
    return fate("staging", shipment);
  }

  @Test
  void what_settles_has_all_its_times_and_no_reason() {
    Instant at = given.now();
    ShipmentId shipment = pushed(2);
    given.later(ROLLOUT).whenConverged(STAGING);
    assertThat(staging(shipment))
        .isEqualTo(
            new Fate(
                ShipmentStage.SETTLED,
                Optional.of(1),
                Optional.of(at),
                Optional.of(at),
                Optional.of(at.plus(ROLLOUT)),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    assertThat(fate("production", shipment).queued()).contains(at.plus(ROLLOUT));
    assertThat(fate("production", shipment).stage()).isEqualTo(ShipmentStage.ROLLING);
  }

  @Test
  void what_waits_for_an_approval_has_waited_until_it_came() {
    asking();
    Instant at = given.now();
    ShipmentId shipment = pushed(2);
    Fate waiting = staging(shipment);
    assertThat(waiting.stage()).isEqualTo(ShipmentStage.HEAD);
    assertThat(waiting.because()).isPresent();
    assertThat(waiting.waits())
        .singleElement()
        .satisfies(wait -> {
          assertThat(wait.guardrail()).isEqualTo(GuardrailName.APPROVAL);
          assertThat(wait.since()).isEqualTo(at);
          assertThat(wait.until()).isEmpty();
          assertThat(wait.lasted(at.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        });
    given.later(Duration.ofMinutes(5));
    given.when(ANNA, new Command.Approve(active(given).id(), active(given).hash()));
    Fate through = staging(shipment);
    assertThat(through.started()).contains(given.now());
    assertThat(through.because()).isEmpty();
    assertThat(through.waits())
        .singleElement()
        .satisfies(wait -> {
          assertThat(wait.until()).contains(given.now());
          assertThat(wait.lasted(given.now().plusSeconds(5))).isEqualTo(Duration.ofMinutes(5));
          assertThat(wait.because()).isEqualTo(waiting.because().orElseThrow());
        });
  }

  @Test
  void what_failed_keeps_the_reason_of_its_failure_and_never_comes_farther() {
    ShipmentId shipment = pushed(2);
    given.later(ROLLOUT).whenEnded(STAGING, new Outcome.Failed(DIED));
    Fate failed = staging(shipment);
    assertThat(failed.stage()).isEqualTo(ShipmentStage.FAILED);
    assertThat(failed.ended()).contains(given.now());
    assertThat(failed.because().orElseThrow().sentence()).contains(DIED.sentence());
    assertThat(fate("production", shipment)).isEqualTo(Fate.NOWHERE);
  }

  @Test
  void what_was_cancelled_says_by_whom_and_when() {
    ShipmentId shipment = pushed(2);
    given.later(ROLLOUT).when(new Command.Cancel(active(given).id()));
    given.later(ROLLOUT).whenConverged(STAGING);
    Fate cancelled = staging(shipment);
    assertThat(cancelled.ended()).isPresent();
    assertThat(cancelled.because()).isPresent();
    assertThat(cancelled.stage()).isEqualTo(ShipmentStage.CANCELLED);
  }

  @Test
  void what_was_taken_out_of_the_queue_ended_then_with_its_reason() {
    ShipmentId first = pushed(2);
    given.later(Duration.ofMinutes(1));
    Instant queued = given.now();
    push(given, 3);
    ShipmentId second = given.at("staging").queue().getFirst().shipment();
    given.later(Duration.ofMinutes(1)).when(new Command.CancelShipment(second));
    Fate stopped = staging(second);
    assertThat(stopped.queued()).contains(queued);
    assertThat(stopped.ended()).contains(given.now());
    assertThat(stopped.because()).isPresent();
    assertThat(staging(first).ended()).isEmpty();
  }

  @Test
  void what_a_newer_one_took_the_place_of_says_which() {
    pushed(2);
    push(given, 3);
    ShipmentId second = given.at("staging").queue().getFirst().shipment();
    given.later(Duration.ofMinutes(1));
    push(given, 4);
    ShipmentId third = given.at("staging").queue().getFirst().shipment();
    Fate superseded = staging(second);
    assertThat(superseded.stage()).isEqualTo(ShipmentStage.SUPERSEDED);
    assertThat(superseded.supersededBy()).contains(third);
    assertThat(superseded.ended()).contains(given.now());
    assertThat(staging(third).supersededBy()).isEmpty();
  }

  @Test
  void what_was_under_way_before_is_found_where_it_stood() {
    Instant at = given.now();
    ShipmentId rolling = pushed(2);
    push(given, 3);
    ShipmentId queued = given.at("staging").queue().getFirst().shipment();
    given.later(Duration.ofMinutes(1));
    since = given.now();
    assertThat(staging(rolling))
        .isEqualTo(Fate.NOWHERE.in(ShipmentStage.ROLLING).numbered(1).started(at));
    assertThat(staging(queued)).isEqualTo(Fate.NOWHERE.in(ShipmentStage.QUEUED).queued(at));
    given.later(ROLLOUT).whenConverged(STAGING);
    assertThat(staging(rolling).ended()).contains(given.now());
    assertThat(staging(rolling).stage()).isEqualTo(ShipmentStage.SETTLED);
  }

  @Test
  void what_waited_before_stands_at_the_head_with_its_reason() {
    asking();
    ShipmentId shipment = pushed(2);
    Optional<Reason> because = staging(shipment).because();
    given.later(Duration.ofMinutes(1));
    since = given.now();
    Fate waiting = staging(shipment);
    assertThat(waiting.stage()).isEqualTo(ShipmentStage.HEAD);
    assertThat(waiting.delivery()).contains(1);
    assertThat(waiting.because()).isEqualTo(because).isPresent();
    assertThat(waiting.started()).isEmpty();
  }

  @Test
  void of_another_shipment_nothing_is_said() {
    pushed(2);
    assertThat(staging(new ShipmentId("s-other"))).isEqualTo(Fate.NOWHERE);
  }
}
