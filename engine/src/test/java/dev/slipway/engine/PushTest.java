package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.event.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a push to a delivery in force, and what stops on the way. */
class PushTest {

  static Given shopAdded() {
    Given given = new Given();
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "v1")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    return given.agents("staging").agents("production");
  }

  @Test
  void an_application_comes_in_with_its_environments_and_ships_nothing() {
    Given given = new Given();
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web")));
    given
        .when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.empty(), Fixtures.PATH))
        .then(
            HeadMoved.class,
            ApplicationDefined.class,
            EnvironmentDeclared.class,
            TargetDeclared.class,
            EnvironmentDeclared.class,
            TargetDeclared.class);
  }

  @Test
  void a_push_travels_the_whole_route() {
    Given given = shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "v1")));
    given
        .whenHinted(MAIN)
        .then(
            HeadMoved.class,
            TriggerEvaluated.class,
            ShipmentMade.class,
            ShipmentQueued.class,
            DeliveryMade.class,
            RolloutStarted.class,
            OrderIssued.class);
    given
        .whenConverged(target("staging", "local"))
        .then(
            RolloutSettled.class,
            ShipmentQueued.class,
            DeliveryMade.class,
            RolloutStarted.class,
            OrderIssued.class);
    given.whenConverged(target("production", "local")).then(RolloutSettled.class);
    assertThat(given.at("production").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(2));
    assertThat(given.world().deliveries().shipments().travelling()).isEmpty();
  }

  @Test
  void a_hint_that_says_nothing_new_makes_nothing() {
    Given given = shopAdded();
    given.whenHinted(MAIN).nothingBecause("head-known");
  }

  @Test
  void the_same_push_hinted_three_times_makes_one_shipment() {
    Given given = shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web")));
    assertThat(given.whenHinted(MAIN).all(ShipmentMade.class)).hasSize(1);
    given.whenHinted(MAIN).nothingBecause("head-known");
    given.whenHinted(MAIN).nothingBecause("head-known");
  }

  @Test
  void going_to_another_commit_and_back_makes_three_shipments() {
    Given given = shopAdded();
    for (int n : List.of(2, 1, 2)) {
      given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v1")));
      assertThat(given.whenHinted(MAIN).all(ShipmentMade.class)).hasSize(1);
    }
    assertThat(given.world().deliveries().shipments().made()).hasSize(3);
  }

  @Test
  void a_repository_that_nobody_registered_makes_nothing() {
    shopAdded()
        .when(new Event.RefsHinted(new RepositoryUrl("/srv/git/other"), List.of(MAIN)))
        .nothingBecause("unknown-repository");
  }

  @Test
  void a_hostile_ref_name_is_shown_and_never_acted_upon() {
    Then then = shopAdded().whenHinted(RefName.ofBranch("$(reboot)"));
    then.nothingBecause("ref-not-automatable");
    assertThat(then.asked()).isEmpty();
  }

  @Test
  void a_source_that_is_away_makes_nothing_and_says_who_will_find_it() {
    Given given = shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web"))).away(true);
    given.whenHinted(MAIN).nothingBecause("source-unavailable");
    given.git.away(false);
    assertThat(given.whenHinted(MAIN).all(ShipmentMade.class)).hasSize(1);
  }

  @Test
  void a_branch_that_no_trigger_names_ships_nothing_and_its_commit_is_not_read() {
    Given given = shopAdded();
    given.git.push(RefName.ofBranch("topic"), sha(5));
    Then then = given.whenHinted(RefName.ofBranch("topic"));
    then.then(HeadMoved.class, TriggerEvaluated.class);
    assertThat(then.one(TriggerEvaluated.class).verdict())
        .isInstanceOf(Verdict.Skipped.class)
        .extracting(v -> v.because().code())
        .isEqualTo("branch-does-not-match");
    assertThat(then.asked()).hasSize(1);
  }

  @Test
  void a_branch_that_is_gone_ships_nothing() {
    Given given = shopAdded();
    given.git.delete(MAIN);
    given.whenHinted(MAIN).then(HeadGone.class, TriggerEvaluated.class);
  }

  @Test
  void an_invalid_definition_ships_nothing_and_the_one_in_force_stays() {
    Given given = shopAdded();
    given.git.push(MAIN, sha(2));
    Then then = given.whenHinted(MAIN);
    then.then(HeadMoved.class, TriggerEvaluated.class);
    assertThat(then.one(TriggerEvaluated.class).verdict().because().code())
        .isEqualTo("definition-invalid");
    assertThat(then.one(TriggerEvaluated.class).verdict().because().sentence())
        .contains("slipway.yaml:3:1");
  }

  @Test
  void a_push_that_changes_the_definition_is_judged_by_it() {
    Given given = shopAdded();
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(
            List.of(Fixtures.onPush("release", "release/*")), Fixtures.web("bin/web", "v2")));
    Then then = given.whenHinted(MAIN);
    then.then(HeadMoved.class, ApplicationDefined.class, TriggerEvaluated.class);
    assertThat(then.one(TriggerEvaluated.class).trigger().value()).isEqualTo("release");
  }

  @Test
  void two_triggers_that_send_the_same_way_make_one_shipment() {
    Given given = shopAdded();
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(
            List.of(Fixtures.onPush("a", "main"), Fixtures.onPush("b", "*")),
            Fixtures.web("bin/web")));
    Then then = given.whenHinted(MAIN);
    assertThat(then.all(ShipmentMade.class)).hasSize(1);
    assertThat(then.all(TriggerEvaluated.class).getLast().verdict().because().code())
        .isEqualTo("same-way");
  }
}
