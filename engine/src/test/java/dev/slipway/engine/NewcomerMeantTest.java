package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Sites.EDGE;
import static dev.slipway.engine.Sites.STAGING;
import static dev.slipway.engine.Sites.active;
import static dev.slipway.engine.Sites.applied;
import static dev.slipway.engine.Sites.at;
import static dev.slipway.engine.Sites.declaring;
import static dev.slipway.engine.Sites.edge;
import static dev.slipway.engine.Sites.inForce;
import static dev.slipway.engine.Sites.push;
import static dev.slipway.engine.Sites.shop;
import static dev.slipway.engine.Sites.site;
import static dev.slipway.engine.Sites.sites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.ShipmentMade;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whether a newcomer was meant by what was on its way before it joined, and from whom it gets it.
 */
class NewcomerMeantTest {

  private static final ApplicationDefinition GROUP_ONLY =
      new ApplicationDefinition(
          SHOP,
          shop().repository(),
          shop().services(),
          List.of(EDGE),
          shop().triggers(),
          Optional.empty());

  /** Commit 2 is on its way in staging when the site b joins. */
  private static Given joining(ApplicationDefinition shop) {
    Given given = sites(shop, "a");
    push(given, 2, shop);
    given.when(applied(site("b")));
    given.agents("edge-b");
    return given;
  }

  @Test
  void what_a_trigger_sends_to_the_group_by_name_follows() {
    ApplicationDefinition shop =
        shop(
            Fixtures.onTag("tag", "v*", "staging"),
            Fixtures.onPush("push", "main", "staging", "edge"));
    Given given = joining(shop);
    given.whenConverged(STAGING);
    given.whenConverged(at("a"));
    assertThat(active(given, "edge-b").or(() -> inForce(given, "edge-b"))).contains(2);
  }

  @Test
  void what_a_trigger_without_environments_sends_follows() {
    Given given = joining(shop(Fixtures.onPush("push", "main")));
    given.whenConverged(STAGING);
    given.whenConverged(at("a"));
    assertThat(active(given, "edge-b")).contains(2);
  }

  @Test
  void what_somebody_sent_by_hand_to_staging_does_not_follow() {
    Given given = sites("a");
    given.when(Fixtures.deploy(SHOP, environment("staging"), "main"));
    given.when(applied(site("b")));
    assertThat(given.whenConverged(STAGING).all(ShipmentMade.class)).isEmpty();
    assertThat(active(given, "edge-b")).isEmpty();
  }

  @Test
  void who_has_something_newer_gets_nothing_older() {
    Given given = joining(shop());
    given.when(Fixtures.deploy(SHOP, environment("edge-b"), "main"));
    assertThat(given.whenConverged(STAGING).all(ShipmentMade.class)).isEmpty();
    given.whenConverged(at("b"));
    assertThat(given.whenConverged(at("a")).all(ShipmentMade.class)).isEmpty();
    assertThat(given.at("edge-b").queue()).isEmpty();
    assertThat(given.at("edge-b").lastNumber()).isEqualTo(1);
  }

  /** A route that begins with the group, so that a newcomer has nobody before it. */
  private static Given likes(String... names) {
    Given given = new Given();
    given.when(applied(declaring(edge())));
    for (String name : names) {
      given.when(applied(site(name)));
      given.agents("edge-" + name);
    }
    given.git.push(Fixtures.MAIN, Fixtures.sha(1), GROUP_ONLY);
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    return given;
  }

  @Test
  void where_nobody_is_before_it_it_gets_what_came_last_to_its_like() {
    Given given = likes("a", "c");
    push(given, 2, GROUP_ONLY);
    given.whenConverged(at("a"));
    given.later(Duration.ofMinutes(1));
    given.whenConverged(at("c"));
    push(given, 3, GROUP_ONLY);
    given.later(Duration.ofMinutes(1));
    given.whenConverged(at("a"));
    assertThat(inForce(given, "edge-a")).contains(3);
    assertThat(inForce(given, "edge-c")).contains(2);
    given.when(applied(site("b")));
    given.agents("edge-b");
    assertThat(active(given, "edge-b")).contains(3);
  }

  @Test
  void where_its_like_have_nothing_it_gets_nothing() {
    Given given = likes("a");
    assertThat(given.when(applied(site("b"))).all(ShipmentMade.class)).isEmpty();
  }
}
