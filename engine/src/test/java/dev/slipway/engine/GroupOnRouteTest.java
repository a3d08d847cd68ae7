package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.PATH;
import static dev.slipway.engine.Fixtures.REPOSITORY;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Sites.EDGE;
import static dev.slipway.engine.Sites.STAGING;
import static dev.slipway.engine.Sites.active;
import static dev.slipway.engine.Sites.added;
import static dev.slipway.engine.Sites.applied;
import static dev.slipway.engine.Sites.at;
import static dev.slipway.engine.Sites.declaring;
import static dev.slipway.engine.Sites.edge;
import static dev.slipway.engine.Sites.group;
import static dev.slipway.engine.Sites.inForce;
import static dev.slipway.engine.Sites.push;
import static dev.slipway.engine.Sites.route;
import static dev.slipway.engine.Sites.shop;
import static dev.slipway.engine.Sites.site;
import static dev.slipway.engine.Sites.sites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.intake.DryRun;
import dev.slipway.engine.trigger.News;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A route names a group of environments, and all of them are meant. */
class GroupOnRouteTest {

  @Test
  void a_route_stands_for_its_environments_one_after_the_other() {
    Given given = sites("b", "a", "c");
    assertThat(route(given))
        .extracting(EnvironmentName::value)
        .containsExactly("staging", "edge-a", "edge-b", "edge-c");
    push(given, 2);
    given.whenConverged(STAGING);
    assertThat(active(given, "edge-a")).contains(2);
    assertThat(active(given, "edge-b")).isEmpty();
    given.whenConverged(at("a"));
    assertThat(active(given, "edge-b")).contains(2);
    given.whenEnded(at("b"), new Outcome.Failed(new Reason("not-healthy", "It is not.")));
    assertThat(active(given, "edge-c")).isEmpty();
    assertThat(inForce(given, "edge-c")).isEmpty();
  }

  @Test
  void a_trigger_may_name_the_group() {
    ApplicationDefinition shop = shop(Fixtures.onPush("push", "main", "edge"));
    Given given = sites(shop, "a", "b");
    Shipment made = push(given, 2, shop).one(ShipmentMade.class).shipment();
    assertThat(made.travel()).containsExactly(environment("edge-a"), environment("edge-b"));
  }

  @Test
  void what_the_application_asks_for_in_the_group_holds_in_each_of_its_environments() {
    ApplicationDefinition shop =
        shop()
            .with(
                Optional.of(
                    List.of(new ApplicationGuardrails(EDGE, List.of(Fixtures.approvals(1))))));
    Given given = sites(shop, "a");
    push(given, 2, shop);
    given.whenConverged(STAGING);
    assertThat(given.at("edge-a").active().filter(RolloutState::isWaiting)).isPresent();
  }

  @Test
  void what_a_trigger_would_do_is_told_with_the_environments() {
    Given given = sites("a", "b");
    News pushed = new News.Moved(MAIN);

    assertThat(DryRun.of(given.world(), shop(), pushed, given.now()).getFirst().travel())
        .containsExactly(environment("staging"), environment("edge-a"), environment("edge-b"));
  }

  @Test
  void somebody_may_deploy_to_the_whole_group() {
    Given given = sites("a", "b");
    Command.Deploy deploy =
        new Command.Deploy(SHOP, EDGE, Optional.empty(), false, new TreeMap<>(), Optional.empty());
    Shipment made = given.when(deploy).one(ShipmentMade.class).shipment();
    assertThat(made.travel()).containsExactly(environment("edge-a"), environment("edge-b"));
  }

  @Test
  void whoever_may_deploy_to_one_of_them_only_may_not_deploy_to_all() {
    Given given = sites("a", "b");
    ActorId carl = new ActorId("carl");
    given.when(
        new Command.IssueToken(
            carl, Role.DEPLOYER, new Scope.OfEnvironment(environment("edge-a"))));
    Command.Deploy deploy =
        new Command.Deploy(SHOP, EDGE, Optional.empty(), false, new TreeMap<>(), Optional.empty());
    given.when(carl, deploy).refusedBecause("not-allowed");
  }

  @Test
  void a_protected_group_is_named_once_more() {
    Given given = new Given();
    given.when(applied(declaring(edge(Fixtures.protectedPlace("edge")))));
    added(given, shop(), "a");
    Command.Deploy unsaid =
        new Command.Deploy(SHOP, EDGE, Optional.empty(), false, new TreeMap<>(), Optional.empty());
    given.when(unsaid).refusedBecause("confirmation-missing");
    Command.Deploy said =
        new Command.Deploy(SHOP, EDGE, Optional.empty(), false, new TreeMap<>(), Optional.of(EDGE));
    assertThat(given.when(said).all(ShipmentMade.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_route_may_name_a_group_without_any_only_where_that_says_so(boolean allowed) {
    Given given = new Given();
    EnvironmentDefinition like = Fixtures.declared("edge", false);
    given.when(applied(declaring(group("edge", Map.of("tier", "edge"), allowed, like))));
    given.git.push(MAIN, sha(1), shop());
    Then added = given.when(new Command.AddApplication(REPOSITORY, Optional.of("main"), PATH));
    if (!allowed) {
      added.refusedBecause("group-empty");
      return;
    }
    assertThat(route(given)).containsExactly(environment("staging"));
    assertThat(given.world().declared().environment(EDGE)).isEmpty();
    Command.Deploy deploy =
        new Command.Deploy(SHOP, EDGE, Optional.empty(), false, new TreeMap<>(), Optional.empty());
    given.when(deploy).refusedBecause("group-empty");
    given.when(applied(declaring(edge()))).refusedBecause("group-empty");
    given.agents("staging");
    push(given, 2);
    given.whenConverged(STAGING);
    given.when(applied(site("a")));
    assertThat(route(given)).containsExactly(environment("staging"), environment("edge-a"));
    assertThat(active(given, "edge-a")).contains(2);
  }

  @Test
  void a_commit_that_names_a_group_without_any_ships_nothing() {
    Given given = new Given();
    given.when(applied(declaring(edge())));
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web")));
    given.when(new Command.AddApplication(REPOSITORY, Optional.of("main"), PATH));
    assertThat(push(given, 2).all(ShipmentMade.class)).isEmpty();
    assertThat(push(given, 3, Fixtures.shop(Fixtures.web("bin/web"))).all(ShipmentMade.class))
        .hasSize(1);
  }

  @Test
  void a_route_names_the_group_or_one_of_its_environments_and_not_both() {
    Given given = new Given();
    given.when(applied(declaring(edge()), site("a")));
    ApplicationDefinition both =
        new ApplicationDefinition(
            SHOP,
            Optional.of(REPOSITORY),
            List.of(Fixtures.web("bin/web")),
            List.of(environment("edge-a"), EDGE),
            List.of(),
            Optional.empty());
    given.when(Fixtures.apply(both)).refusedBecause("environment-twice");
  }

  @Test
  void the_document_of_an_application_that_was_applied_is_the_same_after_a_target_joined() {
    Given given = new Given();
    given.when(applied(declaring(edge()), site("a")));
    given.when(Fixtures.apply(shop()));
    given.when(applied(site("b")));
    assertThat(route(given)).hasSize(3);
    given.when(Fixtures.apply(shop())).nothingBecause("unchanged");
  }
}
