package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Shipment.MadeBy;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to a protected environment by hand, and what has to be named for that. */
class ConfirmationTest {

  private static Command deploy(String environment, Optional<String> confirmed) {
    return new Command.Deploy(
        SHOP,
        environment(environment),
        Optional.of("main"),
        false,
        new TreeMap<>(),
        confirmed.map(EnvironmentName::new));
  }

  private static Command rollback(Optional<String> confirmed) {
    return new Command.Rollback(
        Given.placement("staging"),
        Optional.empty(),
        Optional.empty(),
        confirmed.map(EnvironmentName::new));
  }

  private static Given staging(boolean isProtected) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(declared(isProtected)));
    return given;
  }

  private static EnvironmentDefinition declared(boolean isProtected) {
    return isProtected ? Fixtures.protectedPlace("staging") : Fixtures.declared("staging", false);
  }

  private static Then push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "false, ,          shipment-made",
    "false, staging,   shipment-made",
    "false, productin, confirmation-wrong",
    "true,  ,          confirmation-missing",
    "true,  production, confirmation-wrong",
    "true,  staging,   shipment-made"
  })
  void what_is_deployed_by_hand(boolean isProtected, String confirmed, String becomes) {
    Given given = staging(isProtected);
    Then then = given.when(deploy("staging", Optional.ofNullable(confirmed)));
    assertThat(then.settlement().because().code()).isEqualTo(becomes);
    assertThat(then.all(ShipmentMade.class)).hasSize(becomes.equals("shipment-made") ? 1 : 0);
  }

  @Test
  void a_refusal_says_what_to_add() {
    Reason missing = staging(true).when(deploy("staging", Optional.empty())).settlement().because();
    assertThat(missing.sentence()).contains("is protected").endsWith("Add --confirm staging.");
    Reason wrong =
        staging(true).when(deploy("staging", Optional.of("production"))).settlement().because();
    assertThat(wrong.sentence()).contains("production").contains("--confirm staging");
  }

  @Test
  void what_was_named_is_recorded_with_what_it_made() {
    Given given = staging(true);
    MadeBy by =
        given
            .when(deploy("staging", Optional.of("staging")))
            .one(ShipmentMade.class)
            .shipment()
            .madeBy();
    assertThat(by)
        .isEqualTo(new MadeBy.Request(ActorId.SLIPWAY, Optional.of(environment("staging"))));
  }

  @Test
  void a_rollback_that_a_person_asks_for_needs_it_as_well() {
    Given given = staging(true);
    for (int n = 2; n <= 3; n++) {
      push(given, n);
      given.whenConverged(target("staging", "local"));
    }
    given.when(rollback(Optional.empty())).refusedBecause("confirmation-missing");
    given.when(rollback(Optional.of("production"))).refusedBecause("confirmation-wrong");
    assertThat(given.at("staging").controls().holds()).isEmpty();
    Then then = given.when(rollback(Optional.of("staging")));
    assertThat(then.one(ShipmentMade.class).shipment().madeBy())
        .isInstanceOfSatisfying(
            MadeBy.Rollback.class,
            back -> assertThat(back.confirmed()).contains(environment("staging")));
  }

  @Test
  void what_goes_by_itself_needs_none() {
    Given given = staging(true);
    given.when(Fixtures.apply(Fixtures.protectedPlaceGoingBack("staging")));
    push(given, 2);
    given.whenConverged(target("staging", "local"));
    push(given, 3);
    Then back =
        given.whenEnded(
            target("staging", "local"), new Outcome.Failed(new Reason("exit-code", "It exited.")));
    assertThat(back.one(ShipmentMade.class).shipment().madeBy())
        .isInstanceOfSatisfying(
            MadeBy.Rollback.class, made -> assertThat(made.automatic()).isTrue());
  }

  @Test
  void what_ends_or_stops_something_needs_none() {
    Given given = staging(true);
    push(given, 2);
    given.when(new Command.Pause(Given.placement("staging"), new Remark("Lunch.")));
    given.when(new Command.Resume(Given.placement("staging"), Optional.empty()));
    given
        .when(new Command.Cancel(new DeliveryId(Given.placement("staging"), 1)))
        .one(RolloutCancelling.class);
  }

  @Test
  void the_environment_counts_as_it_is_declared_now() {
    Given given = staging(false);
    given.when(Fixtures.apply(declared(true)));
    given.when(deploy("staging", Optional.empty())).refusedBecause("confirmation-missing");
    given.when(Fixtures.apply(declared(false)));
    given.when(deploy("staging", Optional.empty())).one(ShipmentMade.class);
  }

  @Test
  void whoever_may_not_deploy_is_told_that_and_nothing_else() {
    Given given = staging(true);
    ActorId viewer = new ActorId("viewer");
    given.when(new Command.IssueToken(viewer, Role.VIEWER, new Scope.Everything()));
    given.when(viewer, deploy("staging", Optional.empty())).refusedBecause("not-allowed");
  }

  @Test
  void a_command_that_is_printed_is_one_that_is_taken() {
    Given given = staging(true);
    for (int n = 2; n <= 3; n++) {
      push(given, n);
      given.whenConverged(target("staging", "local"));
    }
    given.when(rollback(Optional.of("staging")));
    given.whenConverged(target("staging", "local"));
    push(given, 2);
    given.whenConverged(target("staging", "local"));
    String wayOut = push(given, 3).one(ShipmentHeld.class).wayOut();
    assertThat(wayOut).startsWith("slipway deploy shop --to staging").endsWith("--confirm staging");
    given.when(Typed.command(wayOut)).one(ShipmentMade.class);
  }
}
