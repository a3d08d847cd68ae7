package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.serving;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An overlay that is again what it was brings its values back to what runs. */
class RevertTest {

  private static final OverlayName SIZES = new OverlayName("sizes");

  private static Command setting(int replicas) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            SIZES,
            new OwnerName("platform"),
            new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
            List.of(new Setting(SettingName.REPLICAS, new SettingValue.Amount(replicas), 4)),
            List.of(),
            List.of());
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
    given.whenConverged(target("staging", "local"));
    given.whenConverged(target("production", "local"));

    assertThat(then.all(ShipmentMade.class))
        .extracting(ShipmentMade::shipment)
        .extracting(Shipment::change)
        .allMatch(change -> change.sha().equals(sha(3)))
        .hasSize(2);
    assertThat(inForce(given, "staging")).isEqualTo(4);
    assertThat(inForce(given, "production")).isEqualTo(4);
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
  void what_is_protected_is_left_to_somebody_who_names_it() {
    Given given = sixSaid(true);
    given.when(Fixtures.apply(Fixtures.protectedPlace("production")));

    Then then = given.when(revert());

    assertThat(then.all(ShipmentMade.class))
        .extracting(made -> made.shipment().travel())
        .containsExactly(List.of(Fixtures.environment("staging")));
    assertThat(then.settlement().because().sentence())
        .contains("Sent to shop/staging", "left to slipway deploy: shop/production");
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
