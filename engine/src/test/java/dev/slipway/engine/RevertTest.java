package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.serving;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Campaign;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An overlay that is again what it was brings its values back to what runs, step by step. */
class RevertTest {

  private static final OverlayName SIZES = new OverlayName("sizes");

  private static Command setting(int replicas) {
    return setting(replicas, Optional.empty());
  }

  private static Command setting(int replicas, Optional<CampaignPace> pace) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            SIZES,
            new OwnerName("platform"),
            new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
            List.of(new Setting(SettingName.REPLICAS, new SettingValue.Amount(replicas), 4)),
            List.of(),
            List.of(),
            pace);
    return new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
  }

  private static Command revert(Integer... to) {
    return new Command.RevertOverlay(SIZES, List.of(to).stream().findFirst());
  }

  /** Four replicas are in force everywhere, and then six are said. */
  private static Given sixSaid(boolean delivered) {
    Given given = PushTest.shopAdded();
    given.when(setting(4));
    push(given, 2);
    given.when(setting(6));
    if (delivered) {
      push(given, 3);
    }
    return given;
  }

  private static void push(Given given, int n) {
    given.git.push(
        MAIN,
        sha(n),
        Fixtures.shop(
            Fixtures.served(Fixtures.web("bin/web"), serving(new StrategyDefinition.Recreate(), 1))
                .saying(List.of())));
    given.whenHinted(MAIN);
    given.whenConverged(target("staging", "local"));
    given.whenConverged(target("production", "local"));
  }

  private static int inForce(Given given, String environment) {
    return given
        .at(environment)
        .inForce()
        .orElseThrow()
        .delivery()
        .state()
        .services()
        .getFirst()
        .releases()
        .getFirst()
        .replicas();
  }

  @Test
  void what_runs_with_other_values_gets_them_back_with_the_commit_that_is_in_force() {
    Given given = sixSaid(true);
    assertThat(inForce(given, "production")).isEqualTo(6);

    Then then = given.when(revert());

    assertThat(sent(then)).isEqualTo("staging");
    assertThat(sent(given.whenConverged(target("staging", "local")))).isEqualTo("production");
    given.whenConverged(target("production", "local"));
    assertThat(inForce(given, "staging")).isEqualTo(4);
    assertThat(inForce(given, "production")).isEqualTo(4);
    assertThat(given.world().campaigns().open()).isEmpty();
  }

  /** Where one shipment goes that has the commit that is in force. */
  private static String sent(Then then) {
    Shipment shipment = then.one(ShipmentMade.class).shipment();
    assertThat(shipment.change().sha()).isEqualTo(sha(3));
    assertThat(shipment.travel()).hasSize(1);
    return shipment.travel().getFirst().value();
  }

  @Test
  void it_is_a_revision_of_its_own_that_names_what_it_restores() {
    Then then = sixSaid(true).when(revert(1));

    assertThat(then.one(OverlayDeclared.class).revision().number()).isEqualTo(3);
    assertThat(then.one(OverlayDeclared.class).revision().restores()).contains(1);
  }

  @Test
  void what_was_never_delivered_needs_no_shipment() {
    Then then = sixSaid(false).when(revert());

    assertThat(then.all(OverlayDeclared.class)).hasSize(1);
    assertThat(then.all(ShipmentMade.class)).isEmpty();
  }

  @Test
  void what_is_protected_waits_for_somebody_who_names_it() {
    Given given = sixSaid(true);
    given.when(Fixtures.apply(Fixtures.protectedPlace("production")));

    Then then = given.when(revert());

    Campaign campaign = then.one(CampaignStarted.class).campaign();
    assertThat(sent(then)).isEqualTo("staging");
    assertThat(then.settlement().because().sentence())
        .isEqualTo(
            "overlay/sizes is as in revision 1 again. %1$s sends overlay/sizes to 2 places, step by step. production waits for somebody who names it: slipway campaign resume %1$s --confirm production."
                .formatted(campaign.id()));
    assertThat(given.whenConverged(target("staging", "local")).all(ShipmentMade.class)).isEmpty();
    Then named =
        given.when(
            new Command.Campaigns(
                new CampaignWish.Resume(
                    campaign.id(), List.of(Fixtures.environment("production")))));
    assertThat(sent(named)).isEqualTo("production");
  }

  @Test
  void it_goes_as_fast_as_the_document_says_that_is_so_again() {
    CampaignPace pace =
        new CampaignPace(Optional.of(new Portion.Count(1)), Optional.of(Duration.ofMinutes(10)));
    Given given = PushTest.shopAdded();
    given.when(setting(4, Optional.of(pace)));
    push(given, 2);
    given.when(setting(6));
    push(given, 3);

    Campaign campaign = given.when(revert()).one(CampaignStarted.class).campaign();

    assertThat(campaign.pace()).isEqualTo(pace);
    assertThat(given.whenConverged(target("staging", "local")).all(ShipmentMade.class)).isEmpty();
  }

  @Test
  void what_brings_the_values_that_were_taken_back_is_followed_once_it_has_come() {
    Given given = sixSaid(false);
    Then six =
        given.when(
            new Command.Campaigns(new CampaignWish.Start(SIZES, CampaignPace.STANDARD, List.of())));
    assertThat(six.all(ShipmentMade.class)).hasSize(1);

    Then then = given.when(revert());

    assertThat(then.one(CampaignEnded.class).end()).isEqualTo(CampaignEnded.End.REPLACED);
    assertThat(then.all(ShipmentMade.class)).isEmpty();
    Then come = given.whenConverged(target("staging", "local"));
    assertThat(inForce(given, "staging")).isEqualTo(6);
    assertThat(come.all(ShipmentMade.class)).hasSize(1);
    given.whenConverged(target("staging", "local"));
    assertThat(inForce(given, "staging")).isEqualTo(4);
    assertThat(given.world().campaigns().open()).isEmpty();
  }

  @Test
  void what_brings_them_and_fails_is_not_followed() {
    Given given = sixSaid(false);
    given.when(
        new Command.Campaigns(new CampaignWish.Start(SIZES, CampaignPace.STANDARD, List.of())));
    given.when(revert());

    Then failed =
        given.whenEnded(target("staging", "local"), new Outcome.Failed(Campaigned.BROKEN));

    assertThat(failed.all(ShipmentMade.class)).isEmpty();
    assertThat(inForce(given, "staging")).isEqualTo(4);
    assertThat(given.world().campaigns().open()).isEmpty();
  }

  @Test
  void what_nobody_knows_or_what_is_so_already_is_told() {
    Given given = sixSaid(true);

    given.when(revert(9)).refusedBecause("unknown-revision");
    given.when(revert(2)).nothingBecause("unchanged");
    given
        .when(new Command.RevertOverlay(new OverlayName("other"), Optional.empty()))
        .refusedBecause("unknown-overlay");
    given.when(Fixtures.ALICE, revert()).refusedBecause("not-allowed");
  }
}
