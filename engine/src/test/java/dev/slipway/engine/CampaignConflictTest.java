package dev.slipway.engine;

import static dev.slipway.engine.Campaigned.PRODUCTION;
import static dev.slipway.engine.Campaigned.SIZES;
import static dev.slipway.engine.Campaigned.STAGING;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.CampaignId;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.CampaignPlace;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A campaign comes to a place where what its overlay says now conflicts with another owner's word.
 * That can be so where an older definition is in force than the one that both were held against.
 */
class CampaignConflictTest {

  private static final OverlayName CAPS = new OverlayName("caps");

  private final Campaigned town = new Campaigned();

  /** What is in force of a has a web, and what is declared of it by now has not. */
  CampaignConflictTest() {
    town.given.when(Fixtures.apply(declared("site")));
  }

  private static ApplicationDefinition declared(String service) {
    return new ApplicationDefinition(
        new ApplicationName("a"),
        Optional.of(Fixtures.REPOSITORY),
        List.of(
            Fixtures.served(
                    Fixtures.process(service, "bin/a"),
                    serving(new StrategyDefinition.Recreate(), 1))
                .saying(List.of())),
        List.of(STAGING, PRODUCTION),
        List.of(),
        Optional.empty());
  }

  private static Reach webOf(String... applications) {
    return new Reach(List.of(applications), List.of(), List.of("web"), new TreeMap<>());
  }

  private void requires(OverlayName name, String owner, int replicas, Reach reach) {
    says(
        new OverlayDefinition(
            name,
            new OwnerName(owner),
            reach,
            List.of(),
            List.of(new Setting(SettingName.REPLICAS, new SettingValue.Amount(replicas), 4)),
            List.of()));
  }

  private void allows(int most, Reach reach) {
    says(
        new OverlayDefinition(
            CAPS,
            new OwnerName("finance"),
            reach,
            List.of(),
            List.of(),
            List.of(
                new Bound.Range(
                    SettingName.REPLICAS,
                    Optional.empty(),
                    Optional.of(new SettingValue.Amount(most)),
                    5))));
  }

  private void says(OverlayDefinition overlay) {
    Command apply =
        new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
    assertThat(town.given.when(apply).all(OverlayDeclared.class)).hasSize(1);
  }

  private Reason because(CampaignId id, String name) {
    CampaignPlace place = town.place(id, name, STAGING);
    assertThat(place.stage()).isEqualTo(CampaignPlace.Stage.WAITING);
    return place.because().orElseThrow();
  }

  @Test
  void where_another_owner_requires_another_value_nothing_is_sent_and_both_are_named() {
    requires(CAPS, "finance", 3, webOf("a"));
    requires(SIZES, "platform", 5, webOf("a", "b"));
    CampaignId id = town.started(Campaigned.atOnce(100));

    assertThat(because(id, "a").code()).isEqualTo("requirements-differ");
    assertThat(because(id, "a").sentence())
        .startsWith("services.web.replicas of a/staging: ")
        .contains("overlay/caps", "finance", "overlay/sizes", "platform");
    assertThat(town.replicas("a", STAGING)).isEqualTo(1);
  }

  @Test
  void where_another_owner_allows_no_such_value_nothing_is_sent_and_both_are_named() {
    allows(3, webOf("a"));
    requires(SIZES, "platform", 5, webOf("a", "b"));
    CampaignId id = town.started(Campaigned.atOnce(100));
    assertThat(because(id, "a").code()).isEqualTo("beyond-limit");
    assertThat(because(id, "a").sentence())
        .contains("overlay/caps", "finance", "overlay/sizes", "platform", "5");
  }

  @Test
  void other_places_get_it_and_the_campaign_stays_open_until_that_one_can_follow() {
    requires(CAPS, "finance", 3, webOf("a"));
    requires(SIZES, "platform", 5, webOf("a", "b"));
    CampaignId id = town.started(Campaigned.atOnce(100));
    assertThat(town.sent()).containsExactly("b/staging");
    town.converged("b", STAGING);
    town.converged("b", PRODUCTION);
    assertThat(town.sent()).containsExactly("b/staging", "b/production");
    assertThat(town.replicas("b", PRODUCTION)).isEqualTo(5);
    assertThat(town.state(id).halted()).isFalse();
    assertThat(town.state(id).end()).isEmpty();

    town.deploy("a", STAGING);
    town.converged("a", STAGING);
    town.deploy("a", PRODUCTION);
    town.converged("a", PRODUCTION);
    assertThat(town.state(id).end()).contains(CampaignEnded.End.SETTLED);
    assertThat(town.sent()).containsExactly("b/staging", "b/production");
  }

  @Test
  void where_both_owners_agree_it_is_sent_there_too() {
    requires(CAPS, "finance", 5, webOf("a"));
    requires(SIZES, "platform", 5, webOf("a", "b"));
    town.started(Campaigned.atOnce(100));
    assertThat(town.sent()).containsExactly("a/staging", "b/staging");
  }

  @Test
  void once_the_other_owner_gives_way_it_is_sent_there() {
    requires(CAPS, "finance", 3, webOf("a"));
    requires(SIZES, "platform", 5, webOf("a"));
    town.started(CampaignPace.STANDARD);
    assertThat(town.sent()).isEmpty();
    requires(CAPS, "finance", 5, webOf("a"));
    assertThat(town.sent()).containsExactly("a/staging");
  }
}
