package dev.slipway.engine;

import static dev.slipway.engine.Campaigned.sent;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.serving;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.CampaignState;
import dev.slipway.model.CampaignId;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.observation.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a campaign sends to production among the shop's own shipments: it repeats a commit, and so
 * is newer than none.
 */
class CampaignQueueTest {

  private static final OverlayName SIZES = new OverlayName("sizes");
  private static final TargetId STAGING = target("staging", "local");
  private static final TargetId PRODUCTION = target("production", "local");
  private static final Reason BROKEN = new Reason("broken", "It did not come up.");

  private final Given given = PushTest.shopAdded();

  CampaignQueueTest() {
    push(2);
    given.whenConverged(STAGING);
    given.whenConverged(PRODUCTION);
  }

  private static ApplicationDefinition shop() {
    return Fixtures.shop(
        Fixtures.served(Fixtures.web("bin/web"), serving(new StrategyDefinition.Recreate(), 1))
            .saying(List.of()));
  }

  private Then push(int n) {
    given.git.push(MAIN, sha(n), shop());
    return given.whenHinted(MAIN);
  }

  private void says(int replicas) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            SIZES,
            new OwnerName("platform"),
            new Reach(List.of(), List.of("production"), List.of(), new TreeMap<>()),
            List.of(),
            List.of(new Setting(SettingName.REPLICAS, new SettingValue.Amount(replicas), 4)),
            List.of());
    given.when(
        new Command.Apply(
            List.of(new Document.OfOverlay(overlay, Fixtures.digest(overlay.toString())))));
  }

  private Then start() {
    return given.when(
        new Command.Campaigns(new CampaignWish.Start(SIZES, CampaignPace.STANDARD, List.of())));
  }

  private CampaignId started() {
    return start().one(CampaignStarted.class).campaign().id();
  }

  private CampaignState state(CampaignId id) {
    return given.world().campaigns().of(id).orElseThrow();
  }

  private void declared(EnvironmentDefinition environment) {
    given.when(Fixtures.apply(environment));
  }

  private Sha inForce() {
    return given.at("production").inForce().orElseThrow().delivery().change().sha();
  }

  @ParameterizedTest
  @EnumSource(QueuePolicy.class)
  void a_commit_that_comes_from_staging_later_is_not_superseded_by_what_repeats_an_older_one(
      QueuePolicy policy) {
    declared(Fixtures.declared("production", false).with(policy));
    push(3);
    says(4);
    assertThat(sent(start())).containsExactly("shop/production");

    given.whenConverged(STAGING);
    given.whenConverged(PRODUCTION);
    assertThat(inForce()).isEqualTo(sha(2));
    given.whenConverged(PRODUCTION);
    assertThat(inForce()).isEqualTo(sha(3));
  }

  @Test
  void what_waits_gives_way_to_a_commit_that_comes_and_that_is_no_bad_end() {
    declared(Fixtures.guarded("production", Fixtures.approvals(1)));
    push(3);
    says(4);
    CampaignId id = started();
    Then then = given.whenConverged(STAGING);

    assertThat(then.all(ShipmentSuperseded.class)).hasSize(1);
    assertThat(state(id).halted()).isFalse();
    assertThat(state(id).underWay()).isZero();
    assertThat(given.at("production").active().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(3));
  }

  @Test
  void what_is_in_force_supersedes_nothing_that_repeats_it() {
    says(4);
    assertThat(start().all(ShipmentSuperseded.class)).isEmpty();
  }

  @Test
  void what_a_hold_keeps_halts_it_again() {
    declared(Fixtures.goingBack("production"));
    says(4);
    CampaignId id = started();
    given.whenEnded(PRODUCTION, new Outcome.Failed(BROKEN));
    given.whenConverged(PRODUCTION);
    assertThat(given.at("production").active()).isEmpty();
    Then then = given.when(new Command.Campaigns(new CampaignWish.Resume(id, List.of())));

    assertThat(sent(then)).containsExactly("shop/production");
    assertThat(then.one(CampaignHalted.class).because().code()).startsWith("held");
    assertThat(state(id).halted()).isTrue();
  }

  @Test
  void behind_what_failed_of_a_train_nothing_is_sent() {
    declared(Fixtures.declared("production", false).with(QueuePolicy.TRAIN));
    push(3);
    given.whenConverged(STAGING);
    given.whenEnded(PRODUCTION, new Outcome.Failed(BROKEN));
    says(4);
    assertThat(sent(start())).isEmpty();
  }

  @Test
  void what_was_brought_back_is_sent_with_the_commit_that_holds_again() {
    push(3);
    given.whenConverged(STAGING);
    given.whenConverged(PRODUCTION);
    given.when(
        new Command.Rollback(
            Given.placement("production"), Optional.empty(), Optional.empty(), Optional.empty()));
    given.whenConverged(PRODUCTION);
    says(4);
    assertThat(start().one(ShipmentMade.class).shipment().change().sha()).isEqualTo(sha(2));
  }

  @Test
  void what_somebody_gave_when_it_was_deployed_is_given_again() {
    given.git.push(
        MAIN,
        sha(3),
        shop()
            .taking(
                Optional.of(
                    List.of(
                        new ParameterDefinition(
                            "flavour",
                            new ParameterType.Text(List.of("plain", "fancy")),
                            Optional.of("plain"))))));
    given.whenHinted(MAIN);
    given.whenConverged(STAGING);
    given.whenConverged(PRODUCTION);
    given.when(
        new Command.Deploy(
            Fixtures.SHOP,
            Fixtures.environment("production"),
            Optional.of("main"),
            false,
            new TreeMap<>(Map.of("flavour", "fancy")),
            Optional.empty()));
    given.whenConverged(PRODUCTION);
    says(4);
    assertThat(start().one(ShipmentMade.class).shipment().parameters())
        .containsEntry("flavour", "fancy");
  }
}
