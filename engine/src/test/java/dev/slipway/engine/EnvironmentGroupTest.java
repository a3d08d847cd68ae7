package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.NOON;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.target;
import static dev.slipway.engine.Sites.EDGE;
import static dev.slipway.engine.Sites.STAGING;
import static dev.slipway.engine.Sites.active;
import static dev.slipway.engine.Sites.added;
import static dev.slipway.engine.Sites.applied;
import static dev.slipway.engine.Sites.at;
import static dev.slipway.engine.Sites.declared;
import static dev.slipway.engine.Sites.declaring;
import static dev.slipway.engine.Sites.edge;
import static dev.slipway.engine.Sites.inForce;
import static dev.slipway.engine.Sites.push;
import static dev.slipway.engine.Sites.settle;
import static dev.slipway.engine.Sites.shop;
import static dev.slipway.engine.Sites.site;
import static dev.slipway.engine.Sites.sites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Placement;
import dev.slipway.model.ServiceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A target with the label makes the environment exist, and it converges. */
class EnvironmentGroupTest {

  private static ApplicationDefinition replicas(ApplicationDefinition shop, String at, int count) {
    Setting setting = new Setting(SettingName.REPLICAS, new SettingValue.Amount(count), 9);
    return shop.saying(
        Optional.of(
            List.of(new ServicePart(environment(at), new ServiceName("web"), List.of(setting)))));
  }

  private static int replicas(Given given, String environment) {
    List<DesiredService> services =
        given
            .at(environment)
            .inForce()
            .map(InForce::delivery)
            .map(Delivery::state)
            .orElseThrow()
            .services();
    return services.getFirst().releases().getFirst().replicas();
  }

  @Test
  void a_target_with_the_label_makes_the_environment_exist_and_it_converges_without_any_push() {
    Given given = sites("a");
    push(given, 2);
    settle(given, "a");
    assertThat(inForce(given, "edge-a")).contains(2);

    Then joined = given.when(applied(site("b")));
    joined.then(
        EnvironmentGroupDeclared.class,
        EnvironmentDeclared.class,
        ApplicationDefined.class,
        TargetDeclared.class,
        ShipmentMade.class,
        ShipmentQueued.class,
        DeliveryMade.class,
        RolloutStarted.class,
        OrderIssued.class,
        RolloutWaiting.class);
    assertThat(declared(given, "edge-b").group()).contains(EDGE);
    Shipment shipment = joined.one(ShipmentMade.class).shipment();
    assertThat(shipment.madeBy()).isInstanceOf(Shipment.MadeBy.Joining.class);
    assertThat(shipment.travel()).containsExactly(environment("edge-b"));

    given.agents("edge-b");
    given.whenConverged(at("b"));
    assertThat(inForce(given, "edge-b")).contains(2);
  }

  @Test
  void targets_that_join_together_get_it_one_after_the_other() {
    Given given = sites("m");
    push(given, 2);
    settle(given, "m");
    given.when(applied(site("x"), site("y")));
    given.agents("edge-x").agents("edge-y");
    assertThat(active(given, "edge-x")).contains(2);
    assertThat(active(given, "edge-y")).isEmpty();
    given.whenConverged(at("x"));
    given.whenConverged(at("y"));
    assertThat(inForce(given, "edge-y")).contains(2);
  }

  @Test
  void one_that_joins_behind_one_that_is_not_there_yet_gets_it_after_that() {
    Given given = sites("a");
    push(given, 2);
    given.whenConverged(STAGING);
    assertThat(inForce(given, "edge-a")).isEmpty();
    Then joined = given.when(applied(site("b")));
    assertThat(joined.all(ShipmentMade.class)).isEmpty();
    given.agents("edge-b");
    given.whenConverged(at("a"));
    assertThat(active(given, "edge-b")).contains(2);
    given.whenConverged(at("b"));
    assertThat(inForce(given, "edge-b")).contains(2);
  }

  @Test
  void what_was_on_its_way_when_it_joined_reaches_it_too_and_nothing_goes_backwards() {
    Given given = sites("a");
    push(given, 2);
    settle(given, "a");
    push(given, 3);
    given.when(applied(site("b")));
    given.agents("edge-b");
    assertThat(active(given, "edge-b")).contains(2);
    given.whenConverged(at("b"));
    settle(given, "a");
    given.whenConverged(at("b"));
    assertThat(inForce(given, "edge-b")).contains(3);

    push(given, 4);
    settle(given, "a", "b");
    assertThat(inForce(given, "edge-b")).contains(4);
    assertThat(given.at("edge-b").lastNumber()).isEqualTo(3);
  }

  @Test
  void what_is_sent_after_it_never_takes_the_place_of_something_newer() {
    Given given = sites("b");
    push(given, 2);
    settle(given, "b");
    push(given, 3);
    given.when(applied(site("a")));
    given.agents("edge-a");
    given.whenConverged(at("a"));
    push(given, 4);
    given.whenConverged(STAGING);
    assertThat(active(given, "edge-a")).contains(3);
    given.whenConverged(STAGING);
    given.whenConverged(at("a"));
    given.whenConverged(at("a"));
    assertThat(inForce(given, "edge-a")).contains(4);
    assertThat(given.at("edge-a").queue()).isEmpty();
  }

  @Test
  void what_a_trigger_sends_elsewhere_only_does_not_follow() {
    ApplicationDefinition shop =
        shop(Fixtures.onPush("push", "main", "staging"), Fixtures.onTag("tag", "v*", "edge"));
    Given given = sites(shop, "a");
    push(given, 2, shop);
    given.when(applied(site("b")));
    assertThat(given.whenConverged(STAGING).all(ShipmentMade.class)).isEmpty();
  }

  @Test
  void nothing_is_sent_where_nothing_is_in_force() {
    Given given = sites("a");
    assertThat(given.when(applied(site("b"))).all(ShipmentMade.class)).isEmpty();
  }

  @Test
  void an_application_whose_route_does_not_name_the_group_sends_nothing() {
    Given given = PushTest.shopAdded();
    Approving.push(given, 2);
    given.whenConverged(target("staging", "local"));
    Then joined = given.when(applied(declaring(edge()), site("a")));
    assertThat(joined.all(ShipmentMade.class)).isEmpty();
    assertThat(joined.all(ApplicationDefined.class)).isEmpty();
  }

  @Test
  void it_goes_through_the_guardrails_of_the_environment() {
    EnvironmentDefinition slow =
        Fixtures.guarded(
            "edge",
            GuardrailPolicy.NONE.with(new SoakPolicy(Optional.empty(), Duration.ofHours(2))));
    Given given = new Given();
    given.when(applied(declaring(edge(slow))));
    added(given, shop(), "a");
    push(given, 2);
    given.whenConverged(STAGING);
    given.later(Duration.ofHours(2)).whenTicked("edge-a");
    given.whenConverged(at("a"));
    given.when(applied(site("b")));
    given.agents("edge-b");
    assertThat(given.at("edge-b").active().filter(RolloutState::isWaiting)).isPresent();
    Then started = given.later(Duration.ofHours(2)).whenTicked("edge-b");
    assertThat(started.all(OrderIssued.class)).hasSize(1);
    assertThat(given.now()).isEqualTo(NOON.plus(Duration.ofHours(4)));
  }

  @Test
  void it_comes_with_the_documents_as_they_are_now() {
    ApplicationDefinition shop = replicas(shop(), "edge", 2);
    Given given = sites(shop, "a");
    push(given, 2, shop);
    settle(given, "a");
    given.when(applied(site("b")));
    given.agents("edge-b");
    given.whenConverged(at("b"));
    assertThat(replicas(given, "edge-a")).isEqualTo(2);
    assertThat(replicas(given, "edge-b")).isEqualTo(2);
    assertThat(replicas(given, "staging")).isEqualTo(1);
  }

  @Test
  void a_rollback_in_what_is_before_is_what_a_newcomer_gets() {
    Given given = sites("a");
    push(given, 2);
    settle(given, "a");
    push(given, 3);
    settle(given, "a");
    given.when(
        new Command.Rollback(
            new Placement(SHOP, environment("edge-a")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    given.whenConverged(at("a"));
    assertThat(inForce(given, "edge-a")).contains(2);
    given.when(applied(site("b")));
    assertThat(active(given, "edge-b")).contains(2);
  }
}
