package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.ALICE;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.event.Event;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What follows from the wishes of people. */
class WishTest {

  private static Command deploy(String environment, String revision) {
    return Fixtures.deploy(SHOP, environment(environment), revision);
  }

  @Test
  void a_wish_goes_to_one_environment_with_the_commit_that_its_words_meant_then() {
    Given given = PushTest.shopAdded();
    Then then = given.when(deploy("production", "main"));
    Shipment shipment = then.one(ShipmentMade.class).shipment();
    assertThat(shipment.travel()).containsExactly(environment("production"));
    given.git.push(MAIN, sha(9), Fixtures.shop(Fixtures.web("bin/web", "v9")));
    assertThat(then.one(DeliveryMade.class).delivery().change().sha()).isEqualTo(sha(1));
    given.whenConverged(target("production", "local"));
    assertThat(given.at("production").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(1));
  }

  @Test
  void wishes_run_one_after_the_other_and_supersede_nobody() {
    Given given = PushTest.shopAdded();
    given.when(deploy("staging", "main"));
    given.when(deploy("staging", "main"));
    Then then = given.when(deploy("staging", "main"));
    assertThat(then.all(ShipmentSuperseded.class)).isEmpty();
    assertThat(given.at("staging").queue()).hasSize(2);
  }

  @Test
  void the_same_wish_again_makes_no_second_shipment() {
    Given given = PushTest.shopAdded();
    given.when(ActorId.SLIPWAY, "same", deploy("staging", "main"));
    given.when(ActorId.SLIPWAY, "same", deploy("staging", "main")).nothingBecause("shipment-known");
  }

  @Test
  void an_environment_off_the_route_is_refused_and_the_route_is_named() {
    Then then = PushTest.shopAdded().when(deploy("moon", "main"));
    then.refusedBecause("not-on-route").then();
    assertThat(then.settlement().because().sentence()).contains("staging → production");
  }

  @Test
  void what_cannot_be_found_is_refused() {
    Given given = PushTest.shopAdded();
    given.when(deploy("staging", "no-such-branch")).refusedBecause("no-such-revision");
    given.git.away(true);
    given.when(deploy("staging", "main")).refusedBecause("source-unavailable");
  }

  @Test
  void placeholders_are_filled_when_the_delivery_is_made() {
    Given given = new Given();
    String[] words = {
      "deploy",
      "{environment}/{env}",
      "{sha}:{prev_sha}",
      "{ref}",
      "{params[x]}|{params[y]}",
      "${port}"
    };
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.command("run", words)));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    Command wish =
        new Command.Deploy(
            SHOP,
            environment("staging"),
            Optional.empty(),
            false,
            new TreeMap<>(Map.of("x", "a; b {sha}")),
            Optional.empty());
    Then then = given.when(wish);
    Workload workload =
        then.one(DeliveryMade.class)
            .delivery()
            .state()
            .services()
            .getFirst()
            .releases()
            .getFirst()
            .release()
            .workload();
    assertThat(workload.words().stream().map(word -> word.text()))
        .containsExactly(
            "deploy", "staging/staging", sha(1) + ":", "main", "a; b {sha}|", "${port}");
  }

  @Test
  void the_commit_brings_its_own_services_and_the_route_is_the_one_in_force() {
    Given given = PushTest.shopAdded();
    given.git.push(RefName.ofBranch("topic"), sha(5), Fixtures.shop(Fixtures.web("bin/topic")));
    Shipment shipment = given.when(deploy("staging", "topic")).one(ShipmentMade.class).shipment();
    assertThat(shipment.definition().services().getFirst().workload().words().getFirst().text())
        .isEqualTo("bin/topic");
    assertThat(shipment.definition().triggers())
        .isEqualTo(
            given.world().declared().application(SHOP).orElseThrow().definition().triggers());
  }

  @Test
  void documents_come_in_all_or_none() {
    Given given = new Given();
    Document target =
        ((Command.Apply) Fixtures.apply(target("moon", "one"))).documents().getFirst();
    Document place =
        ((Command.Apply) Fixtures.apply(Fixtures.declared("staging", false)))
            .documents()
            .getFirst();
    given
        .when(new Command.Apply(List.of(place, target)))
        .refusedBecause("unknown-environment")
        .then();
    given.when(new Command.Apply(List.of(place, place))).refusedBecause("duplicate-document");
  }

  @Test
  void an_applied_application_ships_by_its_applied_definition() {
    Given given = new Given();
    given.git.push(MAIN, sha(1));
    given
        .when(Fixtures.apply(Fixtures.shop(Fixtures.web("bin/web"))))
        .then(
            HeadMoved.class,
            ApplicationDefined.class,
            EnvironmentDeclared.class,
            TargetDeclared.class,
            EnvironmentDeclared.class,
            TargetDeclared.class);
    given.when(Fixtures.apply(Fixtures.shop(Fixtures.web("bin/web")))).nothingBecause("unchanged");
    given.git.push(MAIN, sha(2));
    assertThat(given.whenHinted(MAIN).all(ShipmentMade.class)).hasSize(1);
  }

  @Test
  void what_a_repository_defines_is_not_for_a_person_to_define() {
    PushTest.shopAdded()
        .when(Fixtures.apply(Fixtures.shop(Fixtures.web("bin/other"))))
        .refusedBecause("defined-by-repository")
        .then();
  }

  @Test
  void a_name_that_is_taken_by_another_repository_is_refused() {
    Given given = PushTest.shopAdded();
    given
        .when(
            new Command.AddApplication(
                new RepositoryUrl("/srv/git/fork"), Optional.of("main"), Fixtures.PATH))
        .refusedBecause("application-exists");
    given
        .when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH))
        .nothingBecause("unchanged");
  }

  @Test
  void a_removed_application_stops_what_waits_and_leaves_what_runs() {
    Given given = PushTest.shopAdded();
    given.when(deploy("staging", "main"));
    given.when(deploy("staging", "main"));
    given
        .when(new Command.RemoveApplication(SHOP))
        .then(ShipmentStopped.class, ApplicationRemoved.class);
    assertThat(given.at("staging").active()).isPresent();
    given.whenConverged(target("staging", "local"));
    assertThat(given.at("staging").inForce()).isPresent();
  }

  @Test
  void a_shipment_on_its_way_when_its_application_is_removed_travels_no_further() {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web")));
    given.whenHinted(MAIN);
    given.when(new Command.RemoveApplication(SHOP));
    Then then = given.whenConverged(target("staging", "local"));
    assertThat(then.one(ShipmentStopped.class).at()).isEqualTo(environment("production"));
  }

  @Test
  void an_announcement_ships_by_its_type_and_only_once() {
    Given given = PushTest.shopAdded();
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(
            List.of(Fixtures.onAnnouncement("built", "dev.cdevents.artifact.*")),
            Fixtures.web("bin/web")));
    given.whenHinted(MAIN);
    Event event =
        new Event.Announced(
            "dev.cdevents.artifact.published", "ci", "7", SHOP, sha(2), Optional.of(MAIN));
    assertThat(given.when(event).all(ShipmentMade.class)).hasSize(1);
    assertThat(given.when(event).all(ShipmentMade.class)).isEmpty();
    Event other = new Event.Announced("other", "ci", "8", SHOP, sha(2), Optional.of(MAIN));
    assertThat(given.when(other).all(ShipmentMade.class)).isEmpty();
  }

  @Test
  void tokens_are_issued_once_and_revoked_at_once() {
    Given given = new Given();
    Command issue = new Command.IssueToken(ALICE, Role.DEPLOYER, new Scope.Everything());
    given.when(issue).then(TokenIssued.class);
    given.when(issue).refusedBecause("token-exists");
    given.when(new Command.RevokeToken(ALICE)).then(TokenRevoked.class);
    given.when(new Command.RevokeToken(ALICE)).refusedBecause("unknown-token");
  }

  @Test
  void a_refusal_is_recorded_once_per_kind() {
    Given given = PushTest.shopAdded();
    given
        .when(ALICE, deploy("staging", "main"))
        .refusedBecause("not-allowed")
        .then(ActorRefused.class);
    given.when(ALICE, deploy("staging", "main")).refusedBecause("not-allowed").then();
  }

  @Test
  void a_scope_ends_where_it_ends() {
    Given given = PushTest.shopAdded();
    Scope staging = new Scope.OfPlacement(new Placement(SHOP, environment("staging")));
    given.when(new Command.IssueToken(ALICE, Role.DEPLOYER, staging));
    given.when(ALICE, deploy("production", "main")).refusedBecause("not-allowed");
    assertThat(given.when(ALICE, deploy("staging", "main")).all(ShipmentMade.class)).hasSize(1);
  }

  @Test
  void a_new_agent_of_a_target_takes_the_place_of_the_one_before() {
    Given given = PushTest.shopAdded();
    ActorId other = new ActorId("other");
    given
        .when(new Command.EnrolAgent(other, target("staging", "local"), Fixtures.key()))
        .then(AgentEnrolled.class);
    assertThat(given.world().actors().targetOf(Given.agentOf(target("staging", "local"))))
        .isEmpty();
    given
        .when(new Command.EnrolAgent(other, target("production", "local"), Fixtures.key()))
        .refusedBecause("agent-elsewhere");
  }
}
