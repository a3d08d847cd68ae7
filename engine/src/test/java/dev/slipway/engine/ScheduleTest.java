package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.NOON;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.PlacementState.Queued;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.engine.why.Why;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody wishes for a later time. */
class ScheduleTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Placement AT = Given.placement("staging");
  private static final Instant NINE = NOON.plus(Duration.ofHours(21));

  private final Given given = PushTest.shopAdded();

  private Then deploy(Optional<Instant> at) {
    return given.when(Fixtures.deployAt(environment("staging"), at));
  }

  private ShipmentId atNine() {
    return deploy(Optional.of(NINE)).one(ShipmentMade.class).shipment().id();
  }

  private Then nine() {
    given.later(Duration.between(given.now(), NINE));
    return given.whenTicked("staging");
  }

  @Test
  void it_waits_for_its_time_and_starts_then() {
    Then wish = deploy(Optional.of(NINE));
    assertThat(wish.all(DeliveryMade.class)).isEmpty();
    assertThat(wish.decision().wakeAt()).containsEntry(AT, NINE);
    given.later(Duration.ofHours(20)).whenTicked("staging").then();
    nine().then(DeliveryMade.class, RolloutStarted.class, OrderIssued.class);
  }

  @Test
  void its_time_and_reason_are_told_everywhere() {
    ShipmentId id = atNine();
    Why.Waiting waiting = Why.queue(given.world(), AT, given.now()).getFirst();
    assertThat(waiting.shipment()).isEqualTo(id);
    assertThat(waiting.because().code()).isEqualTo("scheduled");
    assertThat(waiting.notBefore()).contains(NINE);
    Explanation why = Afresh.explain(given.world(), AT, given.now());
    assertThat(why.unmet()).extracting(Explanation.Unmet::what).containsExactly("schedule");
    assertThat(why.earliest()).contains(NINE);
  }

  @Test
  void others_pass_it_until_then_and_wait_for_nothing_of_it() {
    ShipmentId id = atNine();
    assertThat(deploy(Optional.empty()).all(RolloutStarted.class)).hasSize(1);
    deploy(Optional.empty());
    assertThat(Why.queue(given.world(), AT, given.now()))
        .extracting(one -> one.because().code())
        .containsExactly("scheduled", "rollout-active");
    given.whenConverged(STAGING);
    given.whenConverged(STAGING);
    assertThat(given.at("staging").queue()).extracting(Queued::shipment).containsExactly(id);
    assertThat(nine().one(DeliveryMade.class).delivery().shipment()).isEqualTo(id);
  }

  @Test
  void it_waits_for_its_turn_when_something_is_on_its_way_at_its_time() {
    deploy(Optional.empty());
    ShipmentId id = atNine();
    assertThat(nine().all(DeliveryMade.class)).isEmpty();
    assertThat(given.whenConverged(STAGING).one(DeliveryMade.class).delivery().shipment())
        .isEqualTo(id);
  }

  @Test
  void it_brings_the_commit_that_its_words_meant_when_it_was_wished() {
    atNine();
    given.git.push(MAIN, sha(9), Fixtures.shop(Fixtures.web("bin/web", "v9")));
    assertThat(nine().one(DeliveryMade.class).delivery().change().sha()).isEqualTo(sha(1));
  }

  @Test
  void what_is_cancelled_or_taken_out_before_its_time_never_starts() {
    given.when(new Command.CancelShipment(atNine())).then(ShipmentStopped.class);
    given.when(new Command.RemoveQueued(AT, atNine())).then(ShipmentStopped.class);
    nine().then();
  }

  @Test
  void a_required_check_that_is_red_at_that_time_ends_it() {
    checks(List.of("ci/build"), List.of());
    atNine();
    given.when(ChecksTest.report(1, "ci/build", CheckState.FAILURE));
    assertThat(nine().one(ShipmentStopped.class).because().code()).isEqualTo("check-red");
  }

  @Test
  void an_optional_check_that_is_red_at_that_time_holds_it_until_it_is_green() {
    checks(List.of(), List.of("ci/build"));
    atNine();
    given.when(ChecksTest.report(1, "ci/build", CheckState.FAILURE));
    Then then = nine();
    assertThat(then.all(DeliveryMade.class)).hasSize(1);
    assertThat(then.all(RolloutStarted.class)).isEmpty();
    given.later(Duration.ofMinutes(1));
    assertThat(
            given
                .when(ChecksTest.report(1, "ci/build", CheckState.SUCCESS))
                .all(RolloutStarted.class))
        .hasSize(1);
  }

  private void checks(List<String> required, List<String> optional) {
    given.when(
        Fixtures.apply(
            Fixtures.checked(
                "staging",
                new ChecksPolicy(
                    required.stream().map(CheckName::new).toList(),
                    optional.stream().map(CheckName::new).toList(),
                    Duration.ofMinutes(30)))));
  }

  @Test
  void a_time_that_is_over_or_more_than_a_year_ahead_is_refused() {
    deploy(Optional.of(NOON)).refusedBecause("time-over");
    deploy(Optional.of(NOON.plus(Duration.ofDays(367)))).refusedBecause("too-far-ahead");
  }
}
