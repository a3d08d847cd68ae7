package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.ALICE;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Supposing.PRODUCTION;
import static dev.slipway.engine.Supposing.ROLLOUT;
import static dev.slipway.engine.Supposing.STAGING;
import static dev.slipway.engine.Supposing.ask;
import static dev.slipway.engine.Supposing.ships;
import static dev.slipway.engine.Supposing.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Right;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever belongs to an owner sends its documents and goes back with them, in a replay as it really
 * was.
 */
class WhatIfRevertTest {

  private static final OwnerName PLATFORM = new OwnerName("platform");
  private static final GroupName PEOPLE = new GroupName("platform-people");
  private static final ActorId TOKEN = new ActorId("token-of-alice");

  private final Given given = shop();

  @BeforeEach
  void belong() {
    given.git.linked(TOKEN, ALICE);
    given.when(new Command.IssueToken(TOKEN, Role.VIEWER, new Scope.Everything()));
    given.when(new Command.AddMember(PEOPLE, ALICE));
    OwnerDefinition owner =
        new OwnerDefinition(
            PLATFORM,
            PEOPLE,
            List.of(new Right(Right.Kind.OVERLAY, List.of(), List.of(), List.of())));
    given.when(new Command.Apply(List.of(new Document.OfOwner(owner, digest(owner.toString())))));
  }

  private static Reach everywhere() {
    return new Reach(List.of(), List.of(), List.of(), new TreeMap<>());
  }

  private static Document overlay(String level) {
    return overlay(level, Optional.empty());
  }

  private static Document overlay(String level, Optional<CampaignPace> pace) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            new OverlayName("levels"),
            PLATFORM,
            everywhere(),
            List.of(),
            List.of(new Setting(SettingName.variable("LEVEL"), new SettingValue.Wording(level), 4)),
            List.of(),
            pace);
    return new Document.OfOverlay(overlay, digest(level));
  }

  private void apply(Document document) {
    given.when(TOKEN, new Command.Apply(List.of(document)));
  }

  private List<WhatIf.Row> levelsReverted(Instant since, Document... supposed) {
    given.later(ROLLOUT);
    given.when(TOKEN, new Command.RevertOverlay(new OverlayName("levels"), Optional.empty()));
    return sent(since, supposed);
  }

  /** What is told of all that campaigns sent, once it has come. */
  private List<WhatIf.Row> sent(Instant since, Document... supposed) {
    given.later(ROLLOUT).whenConverged(STAGING);
    given.later(ROLLOUT).whenConverged(PRODUCTION);
    given.later(ROLLOUT);
    List<ShipmentId> sent =
        given.ledger().stream()
            .map(Recorded::entry)
            .flatMap(
                entry -> entry instanceof ShipmentMade it ? Stream.of(it.shipment()) : Stream.of())
            .filter(shipment -> shipment.madeBy() instanceof Shipment.MadeBy.Campaign)
            .map(Shipment::id)
            .toList();
    assertThat(sent).hasSize(2);
    return ask(given, since, supposed).rows().stream()
        .filter(row -> sent.contains(row.shipment()))
        .toList();
  }

  @Test
  void what_a_member_went_back_with_is_sent_in_the_replay_too() {
    apply(overlay("info"));
    apply(overlay("debug"));
    ships(given, 2);

    assertThat(levelsReverted(given.now())).hasSize(2).allSatisfy(WhatIfRevertTest::isSame);
  }

  @Test
  void so_it_is_where_the_documents_were_applied_within_the_span() {
    Instant since = given.now();
    given.later(ROLLOUT);
    apply(overlay("info"));
    apply(overlay("debug"));
    ships(given, 2);

    assertThat(levelsReverted(since)).hasSize(2).allSatisfy(WhatIfRevertTest::isSame);
  }

  @Test
  void where_a_document_is_supposed_nothing_goes_back_to_another() {
    apply(overlay("info"));
    apply(overlay("debug"));
    ships(given, 2);

    assertThat(levelsReverted(given.now(), overlay("warn")))
        .hasSize(2)
        .extracting(WhatIf.Row::would)
        .allMatch(fate -> !fate.isSomewhere());
  }

  @Test
  void what_a_member_sends_is_sent_in_the_replay_too() {
    apply(overlay("info"));
    ships(given, 2);
    apply(overlay("debug"));
    Instant since = given.later(ROLLOUT).now();
    given.when(
        TOKEN,
        new Command.Campaigns(
            new CampaignWish.Start(new OverlayName("levels"), CampaignPace.STANDARD, List.of())));

    assertThat(sent(since)).hasSize(2).allSatisfy(WhatIfRevertTest::isSame);
  }

  @Test
  void so_is_what_is_sent_by_itself_when_its_document_was_applied_within_the_span() {
    apply(overlay("info"));
    ships(given, 2);
    Instant since = given.later(ROLLOUT).now();
    apply(overlay("debug", Optional.of(CampaignPace.STANDARD)));

    assertThat(sent(since)).hasSize(2).allSatisfy(WhatIfRevertTest::isSame);
  }

  private static void isSame(WhatIf.Row row) {
    assertThat(row.faithful()).as(row.toString()).isTrue();
    assertThat(row.would().isSomewhere()).as(row.toString()).isTrue();
  }
}
