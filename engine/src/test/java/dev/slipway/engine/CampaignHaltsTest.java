package dev.slipway.engine;

import static dev.slipway.engine.Campaigned.ALL;
import static dev.slipway.engine.Campaigned.PRODUCTION;
import static dev.slipway.engine.Campaigned.STAGING;
import static dev.slipway.engine.Campaigned.at;
import static dev.slipway.engine.Campaigned.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.CampaignId;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Scope;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.layer.CampaignPace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a campaign waits, what halts it, and how it goes on or ends. */
class CampaignHaltsTest {

  private final Campaigned town = new Campaigned();

  private static Cause tick(String name) {
    return new Cause.Tick(at(name, STAGING), List.of());
  }

  @Test
  void the_next_one_starts_when_the_time_between_two_is_over_and_somebody_looks_again() {
    town.says(2);
    Then then = town.start(Campaigned.every(Duration.ofMinutes(10)));
    assertThat(sent(then)).containsExactly("a/staging");
    assertThat(then.decision().wakeAt())
        .containsEntry(at("b", STAGING), town.given.now().plus(Duration.ofMinutes(10)));

    town.given.later(Duration.ofMinutes(9));
    assertThat(sent(town.given.decide(tick("b")))).isEmpty();
    town.given.later(Duration.ofMinutes(1));
    assertThat(sent(town.given.decide(tick("b")))).containsExactly("b/staging");
  }

  @Test
  void one_that_fails_halts_it_with_the_reason_and_what_is_under_way_ends_as_it_ends() {
    town.says(2);
    CampaignId id =
        town.started(new CampaignPace(Optional.of(new Portion.Count(2)), Optional.empty()));
    Then then = town.failed("a", STAGING);

    assertThat(then.one(CampaignHalted.class).at()).isEqualTo(at("a", STAGING));
    assertThat(then.one(CampaignHalted.class).because().code()).isEqualTo("broken");
    assertThat(sent(then)).isEmpty();
    assertThat(sent(town.converged("b", STAGING))).isEmpty();
    assertThat(town.replicas("b", STAGING)).isEqualTo(2);
    assertThat(town.state(id).halted()).isTrue();
  }

  @Test
  void resumed_it_tries_the_failed_place_again() {
    town.says(2);
    CampaignId id = town.started(CampaignPace.STANDARD);
    town.failed("a", STAGING);
    assertThat(sent(town.resume(id))).containsExactly("a/staging");
    assertThat(sent(town.converged("a", STAGING))).containsExactly("b/staging");
    town.resume(id).nothingBecause("not-halted");
  }

  @Test
  void one_that_is_cancelled_or_taken_out_of_the_queue_halts_it_too() {
    town.says(2);
    CampaignId id = town.started(CampaignPace.STANDARD);
    Then then =
        town.given.when(
            new Command.CancelShipment(town.place(id, "a", STAGING).shipment().orElseThrow()));
    town.failed("a", STAGING);
    assertThat(town.state(id).halted()).isTrue();
    assertThat(sent(then)).isEmpty();
  }

  @Test
  void stopped_it_starts_nothing_any_more() {
    town.says(2);
    CampaignId id = town.started(CampaignPace.STANDARD);
    Then then =
        town.given.when(
            new Command.Campaigns(
                new CampaignWish.Stop(id, Optional.of(new Remark("Too much memory.")))));

    assertThat(then.one(CampaignEnded.class).because())
        .isEqualTo(new Reason("campaign-stopped", "Somebody stopped it: Too much memory."));
    assertThat(sent(town.converged("a", STAGING))).isEmpty();
    town.stop(id).nothingBecause("campaign-ended");
    town.resume(id).nothingBecause("campaign-ended");
  }

  @Test
  void where_something_is_on_its_way_it_waits_and_others_go_on() {
    town.says(2);
    town.deploy("a", STAGING);
    CampaignId id = town.started(CampaignPace.STANDARD);
    assertThat(town.sent()).containsExactly("b/staging");
    assertThat(town.place(id, "a", STAGING).because().orElseThrow().code()).isEqualTo("busy");
  }

  /**
   * What the seed 378 of the simulator found: it let one more be under way than had come through.
   */
  @Test
  void a_place_that_it_has_to_go_to_again_has_not_come_through() {
    town.says(2);
    town.given.when(new Command.Pause(at("d", STAGING), new Remark("It stays out of this.")));
    town.given.when(
        new Command.SetLock(
            new Scope.OfEnvironment(PRODUCTION),
            new LockReason("So does this."),
            Lock.Strength.HOLDS,
            Optional.empty()));
    town.start(CampaignPace.STANDARD);
    town.converged("a", STAGING);
    assertThat(sent(town.converged("b", STAGING))).containsExactly("c/staging");
    town.given.when(
        new Command.Rollback(
            at("a", STAGING), Optional.empty(), Optional.empty(), Optional.empty()));

    Then back = town.converged("a", STAGING);

    assertThat(town.replicas("a", STAGING)).isEqualTo(1);
    assertThat(sent(back)).isEmpty();
    assertThat(sent(town.converged("c", STAGING))).startsWith("a/staging");
  }

  @Test
  void where_it_is_locked_or_paused_it_waits_and_others_go_on() {
    town.says(2);
    town.given.when(new Command.Pause(at("a", STAGING), new Remark("The database is slow.")));
    town.given.when(
        new Command.SetLock(
            new Scope.OfPlacement(at("b", STAGING)),
            new LockReason("Being looked at"),
            Lock.Strength.HOLDS,
            Optional.of(Duration.ofHours(1))));
    CampaignId id = town.started(Campaigned.atOnce(100));

    assertThat(town.sent()).containsExactly("c/staging", "d/staging");
    assertThat(town.place(id, "a", STAGING).because().orElseThrow().code()).isEqualTo("paused");
    assertThat(town.place(id, "b", STAGING).because().orElseThrow().code()).isEqualTo("locked");
    assertThat(sent(town.given.when(new Command.Resume(at("a", STAGING), Optional.empty()))))
        .containsExactly("a/staging");
    town.given.later(Duration.ofHours(1));
    assertThat(sent(town.given.decide(tick("b")))).containsExactly("b/staging");
  }

  @Test
  void a_lock_that_ends_by_itself_is_looked_at_when_it_does() {
    town.says(2);
    town.given.when(
        new Command.SetLock(
            new Scope.Everything(),
            new LockReason("Weekend"),
            Lock.Strength.HOLDS,
            Optional.of(Duration.ofHours(1))));
    Then then = town.start(CampaignPace.STANDARD);
    assertThat(sent(then)).isEmpty();
    assertThat(then.decision().wakeAt()).containsValue(town.given.now().plus(Duration.ofHours(1)));
  }

  @Test
  void what_is_protected_waits_until_somebody_names_it() {
    town.given.when(Fixtures.apply(Fixtures.protectedPlace("production")));
    town.says(2);
    CampaignId id = town.started(Campaigned.atOnce(100));
    ALL.forEach(name -> town.converged(name, STAGING));

    assertThat(town.place(id, "a", PRODUCTION).because().orElseThrow().sentence())
        .endsWith("Say: slipway campaign resume %s --confirm production".formatted(id));
    assertThat(sent(town.resume(id, PRODUCTION)))
        .containsExactly("a/production", "b/production", "c/production", "d/production");
  }

  @Test
  void what_is_named_at_the_start_needs_no_other_word() {
    town.given.when(Fixtures.apply(Fixtures.protectedPlace("production")));
    town.says(2);
    Then then = town.start(CampaignPace.STANDARD, PRODUCTION);
    town.converged("a", STAGING);
    town.converged("b", STAGING);
    town.converged("c", STAGING);
    assertThat(town.sent()).contains("a/production");
    assertThat(then.one(CampaignStarted.class).campaign().confirmed()).containsExactly(PRODUCTION);
  }

  @Test
  void what_nobody_knows_is_told() {
    town.says(2);
    CampaignId unknown = new CampaignId("c-0123456789abcdef");
    town.stop(unknown).refusedBecause("unknown-campaign");
    town.resume(unknown).refusedBecause("unknown-campaign");
    town.start(CampaignPace.STANDARD, Fixtures.environment("nowhere"))
        .refusedBecause("unknown-environment");
    town.given
        .when(
            new Command.Campaigns(
                new CampaignWish.Start(new OverlayName("other"), CampaignPace.STANDARD, List.of())))
        .refusedBecause("unknown-overlay");
  }
}
