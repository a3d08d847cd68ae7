package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static dev.slipway.engine.PartnerShop.PARTNER;
import static dev.slipway.engine.PartnerShop.delivered;
import static dev.slipway.engine.PartnerShop.deploy;
import static dev.slipway.engine.PartnerShop.given;
import static dev.slipway.engine.PartnerShop.in;
import static dev.slipway.engine.PartnerShop.pinned;
import static dev.slipway.engine.PartnerShop.remove;
import static dev.slipway.engine.PartnerShop.seal;
import static dev.slipway.engine.PartnerShop.shop;
import static dev.slipway.engine.PartnerShop.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Cargo;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What parameters say that are secrets, on the way of a shipment. */
class SecretParametersTravelTest {

  @Test
  void a_trigger_takes_the_default_of_each_environment_that_it_goes_to() {
    Given given = PushTest.shopAdded();
    seal(given, "staging", 1, 2, 3);
    seal(given, "production", 1);
    given.git.push(MAIN, sha(2), shop(token("partner-token")));

    Then then = given.whenHinted(MAIN);

    assertThat(pinned(then)).containsExactly(in("staging", 3), in("production", 1));
    assertThat(delivered(given, "staging"))
        .containsEntry("API_TOKEN", new SecretReference.Sealed(PARTNER, 3));
  }

  @Test
  void a_trigger_ships_nothing_where_one_environment_does_not_have_it() {
    Given given = PushTest.shopAdded();
    seal(given, "staging", 1);
    given.git.push(MAIN, sha(2), shop(token("partner-token@1")));

    Then then = given.whenHinted(MAIN);

    assertThat(then.all(ShipmentMade.class)).isEmpty();
    assertThat(((Verdict.Skipped) then.one(TriggerEvaluated.class).verdict()).because())
        .isEqualTo(
            new Reason(
                "parameter-secret-missing",
                "Parameter api_token: version 1 of partner-token is not sealed in production. Set it there first: slipway secret set production partner-token."));
  }

  @Test
  void a_set_takes_the_default_too_or_does_not_go() {
    Given given = given(token("partner-token"));
    seal(given, "staging", 1);
    ApplicationName billing = new ApplicationName("billing");
    given.when(
        Fixtures.apply(
            new ApplicationDefinition(
                billing,
                Optional.of(Fixtures.REPOSITORY),
                List.of(Fixtures.web("bin/billing")),
                List.of(environment("staging"), environment("production")),
                List.of(),
                Optional.empty())));
    Command ship =
        new Command.Ship(
            List.of(
                new Cargo(Fixtures.SHOP, Optional.of("main")),
                new Cargo(billing, Optional.of("main"))),
            List.of(environment("staging"), environment("production")),
            OnFailure.HALT,
            List.of());
    given.when(ship).refusedBecause("parameter-secret-missing");
    seal(given, "production", 1);
    assertThat(given.when(ship).all(ShipmentMade.class))
        .flatExtracting(made -> made.shipment().secrets().orElseGet(List::of))
        .containsExactly(in("staging", 1), in("production", 1));
  }

  @Test
  void a_version_that_a_waiting_shipment_was_given_is_not_removed() {
    Given given = given(token());
    seal(given, "production", 1, 2);
    given.when(deploy("production", "api_token=partner-token@2"));
    given.when(deploy("production", "api_token=partner-token@1"));

    given.when(remove("production", 1)).refusedBecause("secret-used");

    given.whenConverged(target("production", "local"));
    given.whenConverged(target("production", "local"));
    given.whenConverged(target("production", "local"));
    given.whenConverged(target("production", "local"));
    assertThat(delivery(given)).containsEntry("API_TOKEN", new SecretReference.Sealed(PARTNER, 1));
    given.when(remove("production", 1)).refusedBecause("secret-used");
    assertThat(given.when(remove("production", 2)).entries()).isNotEmpty();
  }

  private static SortedMap<String, SecretReference> delivery(Given given) {
    return given
        .at("production")
        .inForce()
        .orElseThrow()
        .delivery()
        .state()
        .services()
        .getFirst()
        .releases()
        .getFirst()
        .release()
        .secrets()
        .orElseThrow();
  }

  @Test
  void what_an_overlay_has_delivered_again_is_given_what_it_was_given_before() {
    Given given = given(token());
    seal(given, "production", 1);
    given.when(limit("1m"));
    given.when(limit("2m"));
    given.when(deploy("production", "api_token=partner-token"));
    given.whenConverged(target("production", "local"));
    given.whenConverged(target("production", "local"));
    seal(given, "production", 2);

    Then then = given.when(new Command.RevertOverlay(new OverlayName("sizes"), Optional.empty()));

    Shipment again = then.one(ShipmentMade.class).shipment();
    assertThat(again.parameters()).containsExactly(entry("api_token", "partner-token"));
    assertThat(again.secrets().orElseThrow()).containsExactly(in("production", 1));
    assertThat(delivered(given, "production"))
        .containsEntry("API_TOKEN", new SecretReference.Sealed(PARTNER, 1));
  }

  private static Command limit(String level) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            new OverlayName("sizes"),
            new OwnerName("platform"),
            new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
            List.of(),
            List.of(new Setting(SettingName.variable("LEVEL"), new SettingValue.Wording(level), 4)),
            List.of());
    return new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
  }
}
