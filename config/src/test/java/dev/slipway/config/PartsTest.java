package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application says for single environments, and on which lines it says what. */
class PartsTest {

  private static ApplicationDefinition compiled(String yaml) {
    Compiled compiled = Documents.compile("slipway.yaml", Bytes.ofUtf8(yaml));
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    return ((Document.OfApplication) ((Compiled.Valid) compiled).documents().getFirst())
        .definition();
  }

  @Test
  void an_environment_has_values_of_its_own_with_their_lines() {
    ApplicationDefinition shop =
        compiled(
            """
            application: shop
            services:
              web: {run: ./bin/web}
            route: [staging, production]
            environments:
              production:
                services:
                  web:
                    replicas: 3
                    strategy: {name: blue-green, drain: 1m}
                    health: {path: /healthz, within: 1m}
                    limits: {memory: 2g}
                    timeout: 5m
                    variables:
                      LEVEL: warn
            """);

    assertThat(shop.parts().orElseThrow())
        .containsExactly(
            new ServicePart(
                new EnvironmentName("production"),
                new ServiceName("web"),
                List.of(
                    new Setting(SettingName.HEALTH_PATH, new SettingValue.Wording("/healthz"), 11),
                    new Setting(
                        SettingName.HEALTH_WITHIN,
                        new SettingValue.Time(Duration.ofMinutes(1)),
                        11),
                    new Setting(SettingName.MEMORY, new SettingValue.Amount(2048), 12),
                    new Setting(SettingName.REPLICAS, new SettingValue.Amount(3), 9),
                    new Setting(
                        SettingName.STRATEGY,
                        new SettingValue.Way(
                            new StrategyDefinition.BlueGreen(Duration.ofMinutes(1), false)),
                        10),
                    new Setting(
                        SettingName.TIMEOUT, new SettingValue.Time(Duration.ofMinutes(5)), 13),
                    new Setting(
                        SettingName.variable("LEVEL"), new SettingValue.Wording("warn"), 15))));
  }

  @Test
  void a_service_keeps_which_values_it_says_itself_and_where() {
    ApplicationDefinition shop =
        compiled(
            """
            application: shop
            services:
              web:
                run: ./bin/web
                health: /healthz
                replicas: 1
                limits:
                  memory: 512m
                variables: {GREETING: hello}
              publish:
                command: ./publish
                read_timeout: 1m
            route: [staging]
            """);

    assertThat(shop.services().getFirst().said().orElseThrow())
        .containsExactly(
            new Said(SettingName.HEALTH_PATH, 5),
            new Said(SettingName.MEMORY, 8),
            new Said(SettingName.REPLICAS, 6),
            new Said(new SettingName("run"), 4),
            new Said(SettingName.variable("GREETING"), 9));
    assertThat(shop.services().getLast().said().orElseThrow())
        .contains(new Said(SettingName.NO_OUTPUT_TIMEOUT, 12));
    assertThat(shop.parts()).isEmpty();
  }
}
