package dev.slipway.aggregation;

import static dev.slipway.aggregation.Fixtures.PRODUCTION;
import static dev.slipway.aggregation.Fixtures.PUBLISH;
import static dev.slipway.aggregation.Fixtures.STAGING;
import static dev.slipway.aggregation.Fixtures.WEB;
import static dev.slipway.aggregation.Fixtures.publish;
import static dev.slipway.aggregation.Fixtures.replicas;
import static dev.slipway.aggregation.Fixtures.said;
import static dev.slipway.aggregation.Fixtures.service;
import static dev.slipway.aggregation.Fixtures.shop;
import static dev.slipway.aggregation.Fixtures.timeout;
import static dev.slipway.aggregation.Fixtures.value;
import static dev.slipway.aggregation.Fixtures.variable;
import static dev.slipway.aggregation.Fixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one document says of a service, everywhere and for single environments. */
class CompilationTest {

  private static ServicePart production(Setting... settings) {
    return new ServicePart(PRODUCTION, WEB, List.of(settings));
  }

  @Test
  void what_is_said_for_an_environment_counts_there_and_nowhere_else() {
    ApplicationDefinition shop =
        shop(List.of(production(replicas(7, 12))), web(said(SettingName.REPLICAS, 5)));

    assertThat(
            service(Compilation.of(shop, PRODUCTION, List.of()).services(), WEB)
                .serving()
                .map(Serving::replicas))
        .contains(7);
    assertThat(
            service(Compilation.of(shop, STAGING, List.of()).services(), WEB)
                .serving()
                .map(Serving::replicas))
        .contains(2);
  }

  @Test
  void a_value_says_where_it_was_written_and_what_it_overrode() {
    ApplicationDefinition shop =
        shop(List.of(production(replicas(7, 12))), web(said(SettingName.REPLICAS, 5)));

    assertThat(
            value(
                Compilation.of(shop, PRODUCTION, List.of()).services(), WEB, SettingName.REPLICAS))
        .isEqualTo(
            new Resolved(
                SettingName.REPLICAS,
                new Word(new SettingValue.Amount(7), new Voice.OwnPart(PRODUCTION, 12)),
                List.of(new Word(new SettingValue.Amount(2), new Voice.Own(Optional.of(5)))),
                List.of()));
  }

  @Test
  void what_nobody_says_is_slipways_own_and_overrides_nothing() {
    Resolved timeout =
        value(
            Compilation.of(shop(List.of(), web()), STAGING, List.of()).services(),
            WEB,
            SettingName.TIMEOUT);

    assertThat(timeout.word().voice()).isEqualTo(new Voice.Standard());
    assertThat(timeout.overrode()).isEmpty();
  }

  @Test
  void an_old_definition_says_everything_itself() {
    ServiceDefinition old =
        new ServiceDefinition(
            WEB,
            web().workload(),
            Optional.empty(),
            web().variables(),
            web().timeouts(),
            web().serving(),
            Optional.empty());

    List<CompiledService> compiled =
        Compilation.of(shop(List.of(), old), STAGING, List.of()).services();

    assertThat(service(compiled, WEB)).isEqualTo(old);
    assertThat(compiled.getFirst().values())
        .allMatch(it -> it.word().voice().equals(new Voice.Own(Optional.empty())));
  }

  @Test
  void variables_are_taken_one_by_one() {
    ApplicationDefinition shop =
        shop(
            List.of(production(variable("LEVEL", "warn", 12))),
            web(said(SettingName.variable("GREETING"), 4)));

    assertThat(service(Compilation.of(shop, PRODUCTION, List.of()).services(), WEB).variables())
        .containsEntry("GREETING", "hello")
        .containsEntry("LEVEL", "warn");
  }

  @Test
  void who_is_given_a_health_check_is_replaced_without_a_gap_unless_somebody_says_otherwise() {
    Setting health = new Setting(SettingName.HEALTH_PATH, new SettingValue.Wording("/healthz"), 12);

    ServiceDefinition left =
        service(
            Compilation.of(shop(List.of(production(health)), web()), PRODUCTION, List.of())
                .services(),
            WEB);
    ServiceDefinition said =
        service(
            Compilation.of(
                    shop(List.of(production(health)), web(said(SettingName.STRATEGY, 6))),
                    PRODUCTION,
                    List.of())
                .services(),
            WEB);

    assertThat(left.health()).contains(new HealthCheck("/healthz", Duration.ofSeconds(30)));
    assertThat(left.serving().map(Serving::strategy))
        .contains(new StrategyDefinition.Rolling(Duration.ofSeconds(30)));
    assertThat(said.serving().map(Serving::strategy)).contains(new StrategyDefinition.Recreate());
  }

  @Test
  void what_means_nothing_to_a_command_does_not_reach_it() {
    ServicePart part =
        new ServicePart(
            PRODUCTION, PUBLISH, List.of(replicas(3, 12), timeout(Duration.ofMinutes(5), 13)));

    ServiceDefinition compiled =
        service(
            Compilation.of(shop(List.of(part), publish()), PRODUCTION, List.of()).services(),
            PUBLISH);

    assertThat(compiled.serving()).isEmpty();
    assertThat(compiled.timeouts().total()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void services_come_in_the_order_of_their_names() {
    assertThat(Compilation.of(shop(List.of(), web(), publish()), STAGING, List.of()).services())
        .extracting(it -> it.definition().name())
        .containsExactly(PUBLISH, WEB);
  }

  @Test
  void values_are_written_as_in_documents() {
    assertThat(Written.of(SettingName.MEMORY, new SettingValue.Amount(2048))).isEqualTo("2g");
    assertThat(Written.of(SettingName.MEMORY, new SettingValue.Amount(512))).isEqualTo("512m");
    assertThat(Written.of(SettingName.REPLICAS, new SettingValue.Amount(3))).isEqualTo("3");
    assertThat(Written.of(SettingName.TIMEOUT, new SettingValue.Time(Duration.ofMinutes(90))))
        .isEqualTo("1h30m");
    assertThat(
            Written.of(
                SettingName.STRATEGY,
                new SettingValue.Way(
                    new StrategyDefinition.BlueGreen(Duration.ofMinutes(1), true))))
        .isEqualTo("blue-green, draining 1m, the old one on standby");
    assertThat(inPlace(0)).isEqualTo("in-place");
    assertThat(inPlace(1)).isEqualTo("in-place, one target may fail");
    assertThat(inPlace(2)).isEqualTo("in-place, 2 targets may fail");
  }

  private static String inPlace(int failures) {
    return Written.of(
        SettingName.STRATEGY, new SettingValue.Way(new StrategyDefinition.InPlace(failures)));
  }
}
