package dev.slipway.aggregation;

import static dev.slipway.aggregation.Fixtures.PRODUCTION;
import static dev.slipway.aggregation.Fixtures.STAGING;
import static dev.slipway.aggregation.Fixtures.WEB;
import static dev.slipway.aggregation.Fixtures.said;
import static dev.slipway.aggregation.Fixtures.service;
import static dev.slipway.aggregation.Fixtures.shop;
import static dev.slipway.aggregation.Fixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.SecretName;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** References to secrets are values as others are, and not a way around what others say. */
class SecretsTest {

  private static final SettingName GREETING = SettingName.secret("GREETING");
  private static final SettingName PASSWORD = SettingName.secret("PASSWORD");

  private static SecretReference file(String name, int version) {
    return new SecretReference.File(new SecretName(name), Optional.of(version));
  }

  private static ServiceDefinition web(String variable) {
    return Fixtures.web(said(SettingName.secret(variable), 7))
        .with(Optional.of(new TreeMap<>(Map.of(variable, file("plain", 1)))));
  }

  private static Setting secret(SettingName name, int version, int line) {
    return new Setting(name, new SettingValue.Secret(file("plain", version)), line);
  }

  private static List<String> conflicts(Compiled compiled) {
    return compiled.conflicts().stream()
        .map(conflict ->
            Wording.of(new Placement(new ApplicationName("shop"), PRODUCTION), conflict))
        .map(Reason::toString)
        .toList();
  }

  private static Compiled compiled(
      ServiceDefinition web, EnvironmentName environment, PinnedOverlay... overlays) {
    List<ServicePart> parts =
        List.of(new ServicePart(STAGING, WEB, List.of(secret(PASSWORD, 2, 12))));
    return Compilation.of(shop(parts, web), environment, List.of(overlays));
  }

  @Test
  void an_environment_has_a_version_of_its_own_and_who_said_it_is_told() {
    Compiled staging = compiled(web("PASSWORD"), STAGING);
    Compiled production = compiled(web("PASSWORD"), PRODUCTION);

    assertThat(service(staging.services(), WEB).secrets().orElseThrow())
        .containsExactly(Map.entry("PASSWORD", file("plain", 2)));
    assertThat(service(production.services(), WEB).secrets().orElseThrow())
        .containsExactly(Map.entry("PASSWORD", file("plain", 1)));
    assertThat(staging.services().getFirst().values())
        .filteredOn(value -> value.name().equals(PASSWORD))
        .singleElement()
        .satisfies(value -> {
          assertThat(Written.of(value.name(), value.word().value()))
              .isEqualTo("file plain, version 2");
          assertThat(value.word().voice()).isEqualTo(new Voice.OwnPart(STAGING, 12));
        });
  }

  @Test
  void a_service_without_secrets_has_none() {
    assertThat(service(compiled(Fixtures.web(), PRODUCTION).services(), WEB).secrets()).isEmpty();
  }

  @Test
  void a_secret_is_no_way_around_a_variable_that_somebody_requires() {
    PinnedOverlay tls =
        Fixtures.overlay("tls", List.of(), List.of(Fixtures.variable("PASSWORD", "open", 4)));

    assertThat(conflicts(compiled(web("PASSWORD"), PRODUCTION, tls)))
        .containsExactly(
            "services.web.variables.PASSWORD of shop/production: it is a variable by overlay/tls"
                + " line 4 (revision 1, owner of-tls), and a secret by application/shop line 7."
                + " Give it one of the two.");
    assertThat(conflicts(compiled(Fixtures.web(), PRODUCTION, tls))).isEmpty();
  }

  @Test
  void a_secret_is_no_way_around_what_a_variable_may_be() {
    PinnedOverlay words =
        Fixtures.limiting(
            "words", new Bound.OneOf(SettingName.variable("PASSWORD"), List.of("open"), 8));

    assertThat(conflicts(compiled(web("PASSWORD"), PRODUCTION, words)))
        .singleElement()
        .asString()
        .contains("is file plain, version 1 by application/shop line 7", "allows open");
    assertThat(conflicts(compiled(web("OTHER"), PRODUCTION, words))).isEmpty();
  }

  @Test
  void an_overlay_requires_another_secret_than_the_application_says() {
    PinnedOverlay vetted = Fixtures.overlay("vetted", List.of(), List.of(secret(PASSWORD, 9, 3)));

    assertThat(
            service(compiled(web("PASSWORD"), PRODUCTION, vetted).services(), WEB)
                .secrets()
                .orElseThrow())
        .containsExactly(Map.entry("PASSWORD", file("plain", 9)));
  }

  @Test
  void within_one_document_one_name_is_not_both_either() {
    assertThat(conflicts(compiled(web("GREETING"), PRODUCTION)))
        .singleElement()
        .asString()
        .contains(GREETING.last(), "Give it one of the two");
  }
}
