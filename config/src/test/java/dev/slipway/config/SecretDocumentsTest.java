package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.SecretName;
import dev.slipway.model.SecretPath;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where secrets are found, as services, jobs and single environments say it. */
class SecretDocumentsTest {

  private static final ApplicationDefinition SHOP =
      compiled(
          """
          application: shop
          services:
            web:
              run: ./bin/web
              secrets:
                PASSWORD: {file: db-password, version: 3}
                API_KEY: {variable: SHOP_API_KEY}
                STORED: {vault: shop/database, field: password, version: 4}
                SIGNING: {program: pass, secret: shop/signing, version: 2}
            plain: {run: ./bin/plain}
          jobs:
            migrate: {command: ./migrate, secrets: {PASSWORD: {file: db-password}}}
          route: [staging]
          environments:
            staging: {services: {web: {secrets: {PASSWORD: {file: other}}}}}
          """);

  private static ApplicationDefinition compiled(String yaml) {
    Compiled compiled = Documents.compile("slipway.yaml", Bytes.ofUtf8(yaml));
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    return ((Document.OfApplication) ((Compiled.Valid) compiled).documents().getFirst())
        .definition();
  }

  private static SecretReference file(String name, Optional<Integer> version) {
    return new SecretReference.File(new SecretName(name), version);
  }

  @Test
  void a_service_has_them_by_the_variables_that_they_are_given_in() {
    assertThat(SHOP.services().getFirst().secrets().orElseThrow())
        .containsExactly(
            Map.entry("API_KEY", new SecretReference.Variable("SHOP_API_KEY")),
            Map.entry("PASSWORD", file("db-password", Optional.of(3))),
            Map.entry(
                "SIGNING",
                new SecretReference.Program(
                    new SecretName("pass"), new SecretPath("shop/signing"), Optional.of(2))),
            Map.entry(
                "STORED",
                new SecretReference.Vault(
                    new SecretPath("shop/database"), "password", Optional.of(4))));
    assertThat(SHOP.services().getLast().secrets()).isEmpty();
  }

  @Test
  void it_says_so_itself_with_a_line_for_each() {
    assertThat(SHOP.services().getFirst().said().orElseThrow())
        .contains(
            new Said(SettingName.secret("PASSWORD"), 6),
            new Said(SettingName.secret("SIGNING"), 9));
  }

  @Test
  void a_job_has_its_own() {
    assertThat(SHOP.jobs().orElseThrow().getFirst().secrets().orElseThrow())
        .containsExactly(Map.entry("PASSWORD", file("db-password", Optional.empty())));
  }

  @Test
  void a_parameter_says_one_that_is_sealed() {
    ApplicationDefinition given =
        compiled(
            """
            application: shop
            parameters:
              api_token: {type: secret, one_of: [partner-token, own], default: own@2}
            services:
              web: {run: ./bin/web, secrets: {API_TOKEN: {param: api_token}}}
            jobs:
              migrate: {command: ./migrate, secrets: {API_TOKEN: {param: api_token}}}
            route: [staging]
            environments:
              staging: {services: {web: {secrets: {OTHER: {param: api_token}}}}}
            """);
    SecretReference said = new SecretReference.Parameter("api_token");
    assertThat(given.parameters().orElseThrow())
        .containsExactly(
            new ParameterDefinition(
                "api_token",
                new ParameterType.Secret(
                    List.of(new SecretName("partner-token"), new SecretName("own"))),
                Optional.of("own@2")));
    assertThat(given.services().getFirst().secrets().orElseThrow())
        .containsExactly(Map.entry("API_TOKEN", said));
    assertThat(given.jobs().orElseThrow().getFirst().secrets().orElseThrow())
        .containsExactly(Map.entry("API_TOKEN", said));
    assertThat(given.parts().orElseThrow().getFirst().settings())
        .extracting(Setting::value)
        .containsExactly(new SettingValue.Secret(said));
  }

  @Test
  void an_environment_has_others() {
    assertThat(SHOP.parts().orElseThrow().getFirst().settings())
        .containsExactly(
            new Setting(
                SettingName.secret("PASSWORD"),
                new SettingValue.Secret(file("other", Optional.empty())),
                15));
  }
}
