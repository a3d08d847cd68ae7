package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.serving;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aggregation.Resolved;
import dev.slipway.aggregation.Voice;
import dev.slipway.engine.why.Provenance;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an application says for an environment arrives there, and its origin is known. */
class PartsDeliveredTest {

  private static final Placement PRODUCTION = new Placement(SHOP, environment("production"));

  private static ApplicationDefinition shop(int replicasInProduction) {
    ServiceDefinition web =
        Fixtures.served(Fixtures.web("bin/web"), serving(new StrategyDefinition.Recreate(), 1));
    ApplicationDefinition shop = Fixtures.shop(web);
    return shop.saying(
        Optional.of(
            List.of(
                new ServicePart(
                    environment("production"),
                    web.name(),
                    List.of(
                        new Setting(
                            SettingName.REPLICAS,
                            new SettingValue.Amount(replicasInProduction),
                            12))))));
  }

  private static int replicas(Given given, String environment) {
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

  private static Resolved inForce(Given given) {
    return Provenance.inForce(given.world(), PRODUCTION)
        .orElseThrow()
        .services()
        .getFirst()
        .values()
        .stream()
        .filter(value -> value.name().equals(SettingName.REPLICAS))
        .findFirst()
        .orElseThrow();
  }

  private static Given delivered(int replicas) {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), shop(replicas));
    given.whenHinted(MAIN);
    given.whenConverged(target("staging", "local"));
    given.whenConverged(target("production", "local"));
    return given;
  }

  @Test
  void production_has_more_replicas_than_staging_where_the_commit_says_so() {
    Given given = delivered(3);

    assertThat(replicas(given, "staging")).isEqualTo(1);
    assertThat(replicas(given, "production")).isEqualTo(3);
    assertThat(inForce(given).word().voice())
        .isEqualTo(new Voice.OwnPart(environment("production"), 12));
  }

  @Test
  void what_is_in_force_is_explained_by_the_commit_that_it_came_from() {
    Given given = delivered(3);
    given.git.push(MAIN, sha(3), shop(4));
    ShipmentMade made = given.whenHinted(MAIN).one(ShipmentMade.class);

    assertThat(made.shipment().inputs())
        .contains(new Inputs(new Origin.Commit(sha(3)), Fixtures.PATH));
    Provenance inForce = Provenance.inForce(given.world(), PRODUCTION).orElseThrow();
    assertThat(inForce.inputs()).contains(new Inputs(new Origin.Commit(sha(2)), Fixtures.PATH));
    assertThat(inForce(given).word().value()).isEqualTo(new SettingValue.Amount(3));
    assertThat(Provenance.documents(given.world(), PRODUCTION).orElseThrow().inputs().orElseThrow())
        .isEqualTo(new Inputs(new Origin.Commit(sha(3)), Fixtures.PATH));
  }
}
