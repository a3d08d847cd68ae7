package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.RefName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.event.Event;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a trusted sender announces ships once, and is never lost because a source is away. */
class AnnouncementTest {

  private static final List<TriggerDefinition> TRIGGERS =
      List.of(Fixtures.onPush("push", "main"), Fixtures.onAnnouncement("built", "built"));

  private static ApplicationDefinition shop(ServiceDefinition... services) {
    return Fixtures.shop(TRIGGERS, services);
  }

  private static Given shopAdded() {
    Given given = new Given();
    given.git.push(MAIN, sha(1), shop(Fixtures.web("bin/web")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.empty(), Fixtures.PATH));
    return given;
  }

  private static Event.Announced announced(String type, int commit) {
    return new Event.Announced(type, "ci", "7", SHOP, sha(commit), Optional.of(MAIN));
  }

  private static List<String> said(Then then) {
    return then.all(TriggerEvaluated.class).stream()
        .map(it -> it.trigger() + " " + it.verdict().because().code())
        .toList();
  }

  @Test
  void a_commit_that_is_announced_is_delivered() {
    Given given = shopAdded();
    Then then = given.when(announced("built", 1));

    ShipmentMade made = then.one(ShipmentMade.class);
    assertThat(made.shipment().change().sha()).isEqualTo(sha(1));
    assertThat(made.shipment().change().ref()).contains(MAIN);
    assertThat(then.all(DeliveryMade.class)).hasSize(1);
    assertThat(said(then)).containsExactly("push not-a-ref", "built type-matches");
    assertThat(then.settlement().because().sentence()).isEqualTo("Shipments made: 1.");
  }

  @Test
  void the_same_announcement_again_makes_nothing_and_another_id_does() {
    Given given = shopAdded();
    given.when(announced("built", 1));

    Then again = given.when(announced("built", 1));
    Event other = new Event.Announced("built", "ci", "8", SHOP, sha(1), Optional.<RefName>empty());
    Then next = given.when(other);

    assertThat(again.all(ShipmentMade.class)).isEmpty();
    assertThat(said(again)).containsExactly("push not-a-ref", "built shipment-known");
    assertThat(next.all(ShipmentMade.class)).hasSize(1);
  }

  @Test
  void another_type_is_skipped_with_its_reason_and_no_commit_is_read() {
    Then then = shopAdded().when(announced("scanned", 1));

    assertThat(said(then)).containsExactly("push not-a-ref", "built type-does-not-match");
    assertThat(then.asked()).isEmpty();
    assertThat(then.settlement()).isInstanceOf(Settlement.Followed.class);
    assertThat(then.settlement().because().code()).isEqualTo("no-trigger-matched");
    assertThat(then.settlement().because().sentence()).isEqualTo("No trigger of shop ships it.");
  }

  @Test
  void an_application_that_nobody_knows_is_named() {
    Event event =
        new Event.Announced(
            "built", "ci", "7", new ApplicationName("cellar"), sha(1), Optional.empty());
    Then then = shopAdded().when(event);

    then.nothingBecause("unknown-application");
    assertThat(then.settlement().because().sentence()).isEqualTo("There is no application cellar.");
  }

  @Test
  void an_application_without_a_repository_has_no_commits() {
    Given given = new Given();
    ApplicationDefinition shop = shop(Fixtures.web("bin/web"));
    given.when(
        Fixtures.apply(
            new ApplicationDefinition(
                SHOP,
                Optional.empty(),
                shop.services(),
                shop.route(),
                shop.triggers(),
                Optional.empty())));

    given.when(announced("built", 1)).nothingBecause("no-repository");
  }

  @Test
  void a_hostile_ref_name_is_shown_and_never_acted_upon() {
    Event event =
        new Event.Announced(
            "built", "ci", "7", SHOP, sha(1), Optional.of(RefName.ofBranch("$(reboot)")));
    Then then = shopAdded().when(event);

    assertThat(said(then)).containsExactly("push ref-not-automatable", "built ref-not-automatable");
    assertThat(then.asked()).isEmpty();
    assertThat(then.all(ShipmentMade.class)).isEmpty();
  }

  @Test
  void a_commit_without_a_usable_document_ships_nothing_and_says_so() {
    Given given = shopAdded();
    Then then = given.when(announced("built", 9));

    assertThat(then.all(ShipmentMade.class)).isEmpty();
    assertThat(then.all(TriggerEvaluated.class))
        .allSatisfy(it -> {
          assertThat(it.verdict()).isInstanceOf(Verdict.Skipped.class);
          assertThat(it.verdict().because().sentence()).contains("slipway.yaml:3:1 is wrong.");
        });
  }

  @Test
  void a_source_that_is_away_is_asked_again_and_nothing_is_settled() {
    Given given = shopAdded();
    Need need = new Need.SourceAt(Fixtures.REPOSITORY, sha(1), Optional.of(Fixtures.PATH));
    given.git.away(true);

    Decision decision =
        given.decided(announced("built", 1), new Fact(need, given.git.answer(need), given.now()));

    assertThat(decision.needs()).containsExactly(need);
    assertThat(decision.entries()).isEmpty();
    assertThat(decision.because())
        .extracting(it -> it.sentence())
        .containsExactly("No answer within 30 s. It is asked again.");
  }
}
