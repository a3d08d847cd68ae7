package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.serving;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.DesiredService;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What others than its application say of a service reaches what is delivered, or is refused. */
class OverlayTest {

  private static final Reach PRODUCTION =
      new Reach(List.of(), List.of("production"), List.of(), new TreeMap<>());

  private static Command apply(OverlayDefinition overlay) {
    return new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
  }

  private static OverlayDefinition setting(String name, int replicas) {
    return new OverlayDefinition(
        new OverlayName(name),
        new OwnerName("platform"),
        PRODUCTION,
        List.of(new Setting(SettingName.REPLICAS, new SettingValue.Amount(replicas), 4)),
        List.of(),
        List.of());
  }

  private static OverlayDefinition atMost(int replicas) {
    return limiting(
        new Bound.Range(
            SettingName.REPLICAS,
            Optional.empty(),
            Optional.of(new SettingValue.Amount(replicas)),
            5));
  }

  private static OverlayDefinition limiting(Bound bound) {
    return new OverlayDefinition(
        new OverlayName("caps"),
        new OwnerName("finance"),
        PRODUCTION,
        List.of(),
        List.of(),
        List.of(bound));
  }

  /** Says its replicas itself, or leaves them to others. */
  private static ApplicationDefinition shop(int replicas, boolean itself) {
    return Fixtures.shop(
        Fixtures.served(
                Fixtures.web("bin/web"), serving(new StrategyDefinition.Recreate(), replicas))
            .saying(itself ? List.of(new Said(SettingName.REPLICAS, 4)) : List.of()));
  }

  private static Given added(ApplicationDefinition shop) {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), shop);
    given.whenHinted(MAIN);
    given.whenConverged(target("staging", "local"));
    given.whenConverged(target("production", "local"));
    return given;
  }

  private static int replicas(DesiredService service) {
    return service.releases().getFirst().replicas();
  }

  private static int inForce(Given given, String environment) {
    return replicas(
        given.at(environment).inForce().orElseThrow().delivery().state().services().getFirst());
  }

  @Test
  void a_default_reaches_who_says_nothing_where_it_is_for() {
    Given given = added(shop(1, false));
    given.when(apply(setting("sizes", 4))).one(OverlayDeclared.class);
    given.git.push(MAIN, sha(3), shop(1, false));
    given.whenHinted(MAIN);
    given.whenConverged(target("staging", "local"));
    given.whenConverged(target("production", "local"));

    assertThat(inForce(given, "staging")).isEqualTo(1);
    assertThat(inForce(given, "production")).isEqualTo(4);
  }

  @Test
  void a_queued_shipment_runs_with_what_was_said_when_it_was_made() {
    Given given = added(shop(1, false));
    given.when(apply(setting("sizes", 4)));
    given.git.push(MAIN, sha(3), shop(1, false));
    ShipmentMade made = given.whenHinted(MAIN).one(ShipmentMade.class);
    given.when(apply(setting("sizes", 9)));
    given.whenConverged(target("staging", "local"));
    given.whenConverged(target("production", "local"));

    assertThat(given.at("production").inForce().orElseThrow().delivery().shipment())
        .isEqualTo(made.shipment().id());
    assertThat(inForce(given, "production")).isEqualTo(4);
    assertThat(
            made.shipment()
                .inputs()
                .orElseThrow()
                .overlays()
                .orElseThrow()
                .getFirst()
                .revision()
                .number())
        .isEqualTo(1);
  }

  @Test
  void a_limit_that_is_broken_already_is_refused_with_the_line_of_both() {
    Given given = added(shop(5, true));

    Then then = given.when(apply(atMost(3)));

    then.refusedBecause("beyond-limit");
    assertThat(given.world().declared().overlays()).isEmpty();
    assertThat(then.settlement().because().sentence())
        .contains("application/shop line 4", "overlay/caps line 5", "owner finance");
  }

  @Test
  void a_commit_that_goes_beyond_a_limit_ships_nothing_and_defines_nothing() {
    Given given = added(shop(2, true));
    given.when(apply(atMost(3)));
    ApplicationDefinition before =
        given.world().declared().application(SHOP).orElseThrow().definition();
    given.git.push(MAIN, sha(3), shop(5, true));

    Then then = given.whenHinted(MAIN);

    assertThat(then.all(ShipmentMade.class)).isEmpty();
    assertThat(then.one(TriggerEvaluated.class).verdict().because().code())
        .isEqualTo("beyond-limit");
    assertThat(given.world().declared().application(SHOP).orElseThrow().definition())
        .isEqualTo(before);
  }

  @Test
  void the_same_overlay_again_is_no_news_and_another_one_is_the_next_revision() {
    Given given = added(shop(1, false));
    given.when(apply(setting("sizes", 4)));

    given.when(apply(setting("sizes", 4))).nothingBecause("unchanged");
    OverlayDeclared next = given.when(apply(setting("sizes", 5))).one(OverlayDeclared.class);

    assertThat(next.revision().number()).isEqualTo(2);
    assertThat(given.world().declared().overlay(new OverlayName("sizes")).orElseThrow().past())
        .hasSize(2);
  }

  @Test
  void a_sum_that_is_too_large_is_refused() {
    Given given = added(shop(5, true));

    given
        .when(apply(limiting(new Bound.Total(SettingName.REPLICAS, 4, 6))))
        .refusedBecause("beyond-total");
    given
        .when(apply(limiting(new Bound.Total(SettingName.REPLICAS, 5, 6))))
        .one(OverlayDeclared.class);
  }

  @Test
  void only_who_may_do_everything_says_something_of_others_applications() {
    Given given = added(shop(1, false));

    given.when(Fixtures.ALICE, apply(setting("sizes", 4))).refusedBecause("not-allowed");
  }
}
