package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.observation.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure goes back by itself where its owners want that, once, and only what failed is held. */
class AutomaticRollbackTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Reason EXIT = new Reason("exit-code", "It exited with 3.");

  /** Deliveries 1 to n of the commits 2 to n + 1 were in force, one after the other. */
  private static Given delivered(int n) {
    Given given = PushTest.shopAdded();
    for (int i = 1; i <= n; i++) {
      push(given, i + 1);
      given.whenConverged(STAGING);
    }
    return given;
  }

  private static Then push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  /** The second delivery failed, and the first came back by itself. */
  private static Given wentBack() {
    Given given = delivered(1);
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 3);
    given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    return given;
  }

  private static Sha inForce(Given given) {
    return given.at("staging").inForce().orElseThrow().delivery().change().sha();
  }

  @Test
  void a_failure_goes_back_by_itself_where_that_is_wanted() {
    Given given = delivered(1);
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 3);
    Then then = given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    then.then(
        RolloutFailed.class,
        ShipmentStopped.class,
        InputsHeld.class,
        ShipmentMade.class,
        ShipmentQueued.class,
        DeliveryMade.class,
        RolloutStarted.class,
        OrderIssued.class);
    assertThat(then.one(InputsHeld.class).hold().descendants()).isFalse();
    given.whenConverged(STAGING);
    assertThat(inForce(given)).isEqualTo(sha(2));
  }

  @Test
  void its_fix_goes_out_by_itself_and_what_failed_does_not() {
    Given given = wentBack();
    given.whenConverged(STAGING);
    push(given, 2);
    given.whenConverged(STAGING);
    assertThat(push(given, 3).one(ShipmentHeld.class).because().code()).isEqualTo("held");
    assertThat(push(given, 4).all(RolloutStarted.class)).hasSize(1);
  }

  @Test
  void a_rollback_that_fails_ends_loudly_and_once() {
    Given given = wentBack();
    Then then = given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    then.then(RolloutFailed.class, ShipmentStopped.class, OrderIssued.class);
    assertThat(then.one(RolloutFailed.class).because().code()).isEqualTo("rollback-failed");
    given.whenTicked("staging").then();
  }

  @Test
  void a_first_delivery_that_fails_has_nothing_to_go_back_to() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 2);
    given
        .whenEnded(STAGING, new Outcome.Failed(EXIT))
        .then(RolloutFailed.class, ShipmentStopped.class, OrderIssued.class);
  }

  @Test
  void without_a_word_of_its_owners_a_failure_halts() {
    Given given = delivered(1);
    push(given, 3);
    given
        .whenEnded(STAGING, new Outcome.Failed(EXIT))
        .then(RolloutFailed.class, ShipmentStopped.class, OrderIssued.class);
  }

  /** The word of the environment, the word of the application, and what follows from both. */
  @ParameterizedTest
  @CsvSource({
    "nothing,  ROLLBACK, true",
    "nothing,  HALT,     false",
    "HALT,     ROLLBACK, false",
    "ROLLBACK, HALT,     true"
  })
  void the_environment_has_the_last_word_and_where_it_says_nothing_the_application_has(
      String environment, OnFailure application, boolean goesBack) {
    Given given = delivered(1);
    EnvironmentDefinition place = Fixtures.declared("staging", false);
    Optional<OnFailure> word =
        Optional.of(environment).filter(said -> !said.equals("nothing")).map(OnFailure::valueOf);
    given.when(Fixtures.apply(onFailure(place, word)));
    ApplicationDefinition shop = Fixtures.shop(Fixtures.web("bin/web", "v3"));
    given.git.push(MAIN, sha(3), onFailure(shop, application));
    given.whenHinted(MAIN);
    Then failed = given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    assertThat(failed.all(InputsHeld.class)).hasSize(goesBack ? 1 : 0);
  }

  private static EnvironmentDefinition onFailure(
      EnvironmentDefinition place, Optional<OnFailure> word) {
    return new EnvironmentDefinition(
        place.name(),
        place.labels(),
        place.implicit(),
        place.silentAfter(),
        place.allowEmpty(),
        word,
        place.guardrails(),
        place.protection());
  }

  private static ApplicationDefinition onFailure(ApplicationDefinition shop, OnFailure word) {
    return new ApplicationDefinition(
        shop.name(),
        shop.repository(),
        shop.services(),
        shop.route(),
        shop.triggers(),
        Optional.of(word));
  }
}
