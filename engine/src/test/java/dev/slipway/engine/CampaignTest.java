package dev.slipway.engine;

import static dev.slipway.engine.Campaigned.ALL;
import static dev.slipway.engine.Campaigned.PRODUCTION;
import static dev.slipway.engine.Campaigned.SIZES;
import static dev.slipway.engine.Campaigned.STAGING;
import static dev.slipway.engine.Campaigned.at;
import static dev.slipway.engine.Campaigned.sent;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.CampaignId;
import dev.slipway.model.OverlayName;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.state.CampaignPlace;
import dev.slipway.model.state.CampaignPlace.Stage;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A change of an overlay reaches what runs, step by step, and only where it is wished. */
class CampaignTest {

  private final Campaigned town = new Campaigned();

  @Test
  void
      a_changed_overlay_sends_nothing_by_itself_and_says_what_it_would_change_and_how_to_send_it() {
    Then then = town.says(2);

    assertThat(then.all(ShipmentMade.class)).isEmpty();
    assertThat(then.settlement().because().sentence())
        .isEqualTo(
            "One document was taken in. overlay/sizes would change what is in force at 8 places."
                + " To send it: slipway campaign start overlay/sizes.");
  }

  @Test
  void the_first_is_alone_and_then_never_more_are_under_way_than_have_come_through() {
    town.says(2);
    Then then = town.start(CampaignPace.STANDARD);
    assertThat(sent(then)).containsExactly("a/staging");

    assertThat(sent(town.converged("a", STAGING))).containsExactly("b/staging");
    assertThat(sent(town.converged("b", STAGING))).containsExactly("c/staging", "d/staging");
    assertThat(sent(town.converged("c", STAGING))).containsExactly("a/production", "b/production");
  }

  @Test
  void it_ends_settled_when_all_places_have_its_values_and_tells_how_many_it_brought_them_to() {
    town.says(2);
    CampaignId id = town.started(Campaigned.atOnce(100));
    ALL.forEach(name -> town.converged(name, STAGING));
    ALL.subList(0, 3).forEach(name -> town.converged(name, PRODUCTION));
    Then then = town.converged("d", PRODUCTION);

    assertThat(then.one(CampaignEnded.class).end()).isEqualTo(CampaignEnded.End.SETTLED);
    assertThat(then.one(CampaignEnded.class).through()).isEqualTo(8);
    assertThat(town.state(id).end()).contains(CampaignEnded.End.SETTLED);
    ALL.forEach(name -> assertThat(town.replicas(name, PRODUCTION)).isEqualTo(2));
  }

  @Test
  void what_it_brings_has_the_commit_that_is_in_force_there_and_not_the_newest() {
    town.given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "2")));
    town.deploy("b", STAGING);
    town.converged("b", STAGING);
    town.says(2);
    town.started(Campaigned.atOnce(100));

    assertThat(town.entries(ShipmentMade.class).map(ShipmentMade::shipment))
        .filteredOn(shipment -> shipment.madeBy() instanceof Shipment.MadeBy.Campaign)
        .extracting(shipment -> shipment.application() + " " + shipment.change().sha())
        .containsExactly("a " + sha(1), "b " + sha(2), "c " + sha(1), "d " + sha(1));
  }

  @Test
  void nothing_goes_to_an_environment_before_the_ones_before_it_are_through() {
    town.says(2);
    CampaignId id = town.started(Campaigned.atOnce(100));

    assertThat(town.sent()).containsExactly("a/staging", "b/staging", "c/staging", "d/staging");
    assertThat(town.place(id, "a", PRODUCTION).stage()).isEqualTo(Stage.BEHIND);
    assertThat(sent(town.converged("c", STAGING))).containsExactly("c/production");
  }

  @Test
  void so_many_or_so_many_of_each_hundred_go_at_once_where_that_is_said() {
    town.says(2);
    town.started(new CampaignPace(Optional.of(new Portion.Count(3)), Optional.empty()));
    assertThat(town.sent()).containsExactly("a/staging", "b/staging", "c/staging");

    Campaigned other = new Campaigned();
    other.says(2);
    other.started(Campaigned.atOnce(25));
    assertThat(other.sent()).containsExactly("a/staging", "b/staging");
  }

  @Test
  void what_came_through_by_somebody_elses_hand_is_not_sent_again() {
    town.says(2);
    town.deploy("a", STAGING);
    town.converged("a", STAGING);
    CampaignId id = town.started(CampaignPace.STANDARD);
    assertThat(town.sent()).containsExactly("b/staging");
    assertThat(town.places(id)).extracting(CampaignPlace::at).doesNotContain(at("a", STAGING));
  }

  @Test
  void one_whose_document_says_how_fast_is_sent_by_itself_when_it_changes() {
    Then then =
        town.given.when(
            Campaigned.saying(
                SIZES,
                2,
                Optional.of(
                    new CampaignPace(Optional.of(new Portion.Count(2)), Optional.empty()))));
    CampaignStarted started = then.one(CampaignStarted.class);
    assertThat(sent(then)).containsExactly("a/staging", "b/staging");
    assertThat(then.settlement().because().sentence())
        .isEqualTo(
            "One document was taken in. %s sends overlay/sizes to 8 places, step by step."
                .formatted(started.campaign().id()));
  }

  @Test
  void a_newer_change_ends_the_campaign_of_the_one_before() {
    town.says(2);
    CampaignId id = town.started(CampaignPace.STANDARD);
    Then then = town.says(3);

    assertThat(then.one(CampaignEnded.class).campaign()).isEqualTo(id);
    assertThat(then.one(CampaignEnded.class).end()).isEqualTo(CampaignEnded.End.REPLACED);
    assertThat(sent(town.converged("a", STAGING))).isEmpty();
    assertThat(sent(town.start(CampaignPace.STANDARD))).containsExactly("a/staging");
  }

  @Test
  void another_campaign_of_the_same_overlay_takes_its_place() {
    town.says(2);
    CampaignId id = town.started(CampaignPace.STANDARD);
    Then then = town.start(Campaigned.atOnce(100));
    assertThat(then.one(CampaignEnded.class).campaign()).isEqualTo(id);
    assertThat(sent(then)).containsExactly("b/staging", "c/staging", "d/staging");
  }

  @Test
  void what_another_overlay_says_is_not_sent_by_this_ones_campaign() {
    town.says(2);
    CampaignId id = town.started(Campaigned.atOnce(100));
    ALL.forEach(name -> town.converged(name, STAGING));
    ALL.forEach(name -> town.converged(name, PRODUCTION));
    assertThat(town.state(id).end()).isPresent();
    town.given.when(Fixtures.apply(Fixtures.protectedPlace("production")));
    town.says(3);
    town.started(Campaigned.atOnce(100));
    ALL.forEach(name -> town.converged(name, STAGING));
    int before = town.sent().size();
    town.given.when(Campaigned.saying(new OverlayName("others"), 3, Optional.empty()));
    assertThat(town.sent()).hasSize(before);
  }

  @Test
  void where_all_is_in_force_nothing_starts() {
    town.says(1);
    town.start(CampaignPace.STANDARD).nothingBecause("nothing-differs");
  }

  @Test
  void an_application_that_was_removed_gets_nothing() {
    town.says(2);
    town.given.when(new Command.RemoveApplication(at("a", STAGING).application()));
    town.started(CampaignPace.STANDARD);
    assertThat(town.sent()).containsExactly("b/staging");
  }

  @Test
  void whoever_may_not_write_the_overlay_may_not_send_it() {
    town.says(2);
    CampaignId id = town.started(CampaignPace.STANDARD);
    town.given
        .when(Fixtures.ALICE, new Command.Campaigns(new CampaignWish.Stop(id, Optional.empty())))
        .refusedBecause("not-allowed");
    town.given
        .when(
            Fixtures.ALICE,
            new Command.Campaigns(new CampaignWish.Start(SIZES, CampaignPace.STANDARD, List.of())))
        .refusedBecause("not-allowed");
  }

  @Test
  void the_same_wish_twice_is_one_campaign() {
    town.says(2);
    Command wish =
        new Command.Campaigns(new CampaignWish.Start(SIZES, CampaignPace.STANDARD, List.of()));
    ActorId by = ActorId.SLIPWAY;
    town.given.when(by, "once", wish);
    town.given.when(by, "once", wish).nothingBecause("campaign-known");
  }
}
