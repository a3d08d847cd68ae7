package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.PATH;
import static dev.slipway.engine.Fixtures.REPOSITORY;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.state.Shipment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What runs of an application that was removed goes on until somebody ends it, and not before. */
class StopRemovedTest {

  private static final TargetId LOCAL = Fixtures.target("staging", "local");

  private static Command stop(String... confirmed) {
    return new Command.StopRemoved(
        Given.placement("staging"),
        Optional.of(confirmed).filter(all -> all.length > 0).map(all -> environment(all[0])));
  }

  /** Commit 2 is in force in staging. */
  private static Given running() {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "v2")));
    given.whenHinted(MAIN);
    given.whenConverged(LOCAL);
    return given;
  }

  private static Given removed() {
    Given given = running();
    given.when(new Command.RemoveApplication(SHOP));
    return given;
  }

  private static int services(Given given) {
    return given.at("staging").inForce().orElseThrow().delivery().state().services().size();
  }

  @Test
  void the_removal_ends_nothing_and_says_how_it_is_ended() {
    Given given = running();
    Then then = given.when(new Command.RemoveApplication(SHOP));
    assertThat(then.all(OrderIssued.class)).isEmpty();
    assertThat(then.settlement().because().sentence())
        .isEqualTo(
            "shop was removed. What runs of it goes on as it was ordered last. To end that: slipway app stop shop/staging");
    assertThat(services(given)).isEqualTo(1);
  }

  @Test
  void where_nothing_was_delivered_nothing_has_to_be_ended() {
    Given given = PushTest.shopAdded();
    assertThat(given.when(new Command.RemoveApplication(SHOP)).settlement().because().sentence())
        .isEqualTo("shop was removed. What runs of it goes on as it was ordered last.");
    given.when(stop()).nothingBecause("nothing-runs");
  }

  @Test
  void somebody_ends_it_by_a_delivery_with_nothing_in_it() {
    Given given = removed();
    Then then = given.when(stop());
    Shipment made = then.one(ShipmentMade.class).shipment();
    assertThat(made.change().sha()).isEqualTo(sha(2));
    assertThat(made.madeBy())
        .isEqualTo(new Shipment.MadeBy.Request(ActorId.SLIPWAY, Optional.empty()));
    assertThat(then.settlement().because())
        .isEqualTo(
            new Reason(
                "stopping", "Shipment %s ends what runs of shop/staging.".formatted(made.id())));
    assertThat(then.all(OrderIssued.class)).hasSize(1);
    given.whenConverged(LOCAL);
    assertThat(services(given)).isZero();
    assertThat(given.at("staging").inForce().orElseThrow().delivery().id().number()).isEqualTo(2);
    given.when(stop()).nothingBecause("nothing-runs");
  }

  @Test
  void of_an_application_that_is_there_nothing_is_ended() {
    Given given = running();
    Then then = given.when(stop());
    then.refusedBecause("application-there");
    assertThat(then.settlement().because().sentence()).endsWith("slipway app remove shop");
    assertThat(services(given)).isEqualTo(1);
  }

  @Test
  void a_protected_environment_is_named_once_more() {
    Given given = removed();
    given.when(Fixtures.apply(Fixtures.protectedPlace("staging")));
    given.when(stop()).refusedBecause("confirmation-missing");
    given.when(stop("production")).refusedBecause("confirmation-wrong");
    assertThat(given.when(stop("staging")).all(RolloutStarted.class)).hasSize(1);
  }

  @Test
  void a_lock_and_what_is_asked_of_deliveries_there_hold_it() {
    Given given = removed();
    given.when(
        new Command.SetLock(
            new Scope.OfEnvironment(new EnvironmentName("staging")),
            new LockReason("Freeze."),
            Lock.Strength.HOLDS,
            Optional.empty()));
    assertThat(given.when(stop()).all(RolloutStarted.class)).isEmpty();
    assertThat(given.at("staging").active().orElseThrow().because().orElseThrow().code())
        .isEqualTo("locked");
    assertThat(services(given)).isEqualTo(1);
  }

  @Test
  void it_takes_an_owner() {
    Given given = removed();
    ActorId carl = new ActorId("carl");
    given.when(new Command.IssueToken(carl, Role.DEPLOYER, new Scope.Everything()));
    given.when(carl, stop()).refusedBecause("not-allowed");
  }

  @Test
  void what_is_on_its_way_when_it_is_removed_comes_first_and_is_ended_then() {
    Given given = running();
    given.git.push(MAIN, sha(3), Fixtures.shop(Fixtures.web("bin/web", "v3")));
    given.whenHinted(MAIN);
    given.when(new Command.RemoveApplication(SHOP));
    assertThat(given.when(stop()).all(RolloutStarted.class)).isEmpty();
    given.whenConverged(LOCAL);
    given.whenConverged(LOCAL);
    assertThat(services(given)).isZero();
  }

  @Test
  void an_application_that_comes_back_is_delivered_as_ever() {
    Given given = removed();
    given.when(stop());
    given.whenConverged(LOCAL);
    given.when(new Command.AddApplication(REPOSITORY, Optional.of("main"), PATH));
    given.when(Fixtures.deploy(SHOP, environment("staging"), "main"));
    given.whenConverged(LOCAL);
    assertThat(services(given)).isEqualTo(1);
  }

  @Test
  void what_joins_a_group_gets_nothing_of_what_was_ended_before_it() {
    Given given = Sites.sites("a");
    Sites.push(given, 2);
    Sites.settle(given, "a");
    given.when(new Command.RemoveApplication(SHOP));
    given.when(new Command.StopRemoved(Given.placement("staging"), Optional.empty()));
    given.when(new Command.StopRemoved(Given.placement("edge-a"), Optional.empty()));
    Sites.settle(given, "a");
    given.when(new Command.AddApplication(REPOSITORY, Optional.of("main"), PATH));
    assertThat(given.when(Sites.applied(Sites.site("b"))).all(ShipmentMade.class)).isEmpty();
  }
}
