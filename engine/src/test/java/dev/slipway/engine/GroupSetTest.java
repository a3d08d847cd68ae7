package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Sites.EDGE;
import static dev.slipway.engine.Sites.applied;
import static dev.slipway.engine.Sites.declaring;
import static dev.slipway.engine.Sites.edge;
import static dev.slipway.engine.Sites.group;
import static dev.slipway.engine.Sites.site;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Cargo;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.entry.ShipmentMade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several applications are shipped as one to a group: to each of its environments, in order. */
class GroupSetTest {

  private static final List<ApplicationName> BOTH =
      List.of(new ApplicationName("billing"), new ApplicationName("store"));

  private static ApplicationDefinition application(ApplicationName name) {
    return new ApplicationDefinition(
        name,
        Optional.of(Fixtures.REPOSITORY),
        List.of(Fixtures.web("bin/" + name)),
        List.of(environment("staging"), EDGE),
        List.of(),
        Optional.empty());
  }

  private static Given given(EnvironmentGroupDefinition group, String... sites) {
    Given given = new Given();
    given.when(applied(declaring(group)));
    Stream.of(sites).forEach(name -> given.when(applied(site(name))));
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "1")));
    BOTH.forEach(name -> given.when(Fixtures.apply(application(name))));
    return given;
  }

  private static Command ship(List<EnvironmentName> confirmed, EnvironmentName... to) {
    return new Command.Ship(
        BOTH.stream().map(name -> new Cargo(name, Optional.of("main"))).toList(),
        List.of(to),
        OnFailure.HALT,
        confirmed);
  }

  private static Command ship(EnvironmentName... to) {
    return ship(List.of(), to);
  }

  @Test
  void the_group_stands_for_each_of_its_environments_in_the_order_of_their_names() {
    Then then = given(edge(), "b", "a").when(ship(environment("staging"), EDGE));
    List<EnvironmentName> travel =
        List.of(environment("staging"), environment("edge-a"), environment("edge-b"));
    assertThat(then.one(SetMade.class).set().travel()).isEqualTo(travel);
    assertThat(then.all(ShipmentMade.class))
        .extracting(made -> made.shipment().travel())
        .containsExactly(travel, travel);
    assertThat(then.settlement().because().sentence())
        .endsWith("to staging, then edge-a, then edge-b, in this order.");
  }

  @Test
  void to_a_group_that_has_none_nothing_goes() {
    given(group("edge", Map.of("tier", "edge"), true, Fixtures.declared("edge", false)))
        .when(ship(EDGE))
        .refusedBecause("group-empty");
  }

  @Test
  void a_group_and_one_of_its_environments_are_not_both_named() {
    Then then = given(edge(), "a").when(ship(EDGE, environment("edge-a")));
    then.refusedBecause("environment-twice");
    assertThat(then.settlement().because().sentence()).contains("edge-a", "the group edge");
  }

  @Test
  void a_protected_group_is_named_once_more() {
    Given given = given(edge(Fixtures.protectedPlace("edge")), "a");
    given.when(ship(EDGE)).refusedBecause("confirmation-missing");
    assertThat(given.when(ship(List.of(EDGE), EDGE)).all(SetMade.class)).hasSize(1);
  }

  @Test
  void whoever_may_deploy_to_one_of_them_only_may_not_ship_to_all() {
    Given given = given(edge(), "a", "b");
    ActorId carl = new ActorId("carl");
    given.when(
        new Command.IssueToken(
            carl, Role.DEPLOYER, new Scope.OfEnvironment(environment("edge-a"))));
    given.when(carl, ship(EDGE)).refusedBecause("not-allowed");
    assertThat(given.when(carl, ship(environment("edge-a"))).all(SetMade.class)).hasSize(1);
  }
}
