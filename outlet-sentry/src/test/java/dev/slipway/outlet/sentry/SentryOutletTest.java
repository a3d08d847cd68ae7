package dev.slipway.outlet.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Sha;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.contract.Tellings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a Sentry. */
class SentryOutletTest {

  private static final Sha SHA = new Sha(Tellings.SHA);
  private static final SentryOutlet OUTLET = at("https://sentry.io", Optional.empty());

  private static SentryOutlet at(String url, Optional<String> link) {
    return new SentryOutlet(url, "acme", List.of("shop-web", "shop-jobs"), link);
  }

  private static JsonNode deploy(SentryOutlet outlet, Telling telling) {
    return SentryForm.takeDeploy(outlet.deploy(telling).body());
  }

  @Test
  void a_release_is_the_commit_in_each_project() {
    JsonNode release = SentryForm.takeRelease(OUTLET.release(SHA).body());
    assertThat(release.get("version").asText()).isEqualTo(Tellings.SHA);
    assertThat(release.get("projects").valueStream().map(JsonNode::asText))
        .containsExactly("shop-web", "shop-jobs");
  }

  @ParameterizedTest
  @EnumSource(names = {"SETTLED", "ROLLED_BACK"})
  void what_came_into_force_is_a_deploy_from_its_start_to_its_end(Occasion occasion) {
    Telling telling = Tellings.of(occasion);
    assertThat(SentryOutlet.deployed(telling)).contains(SHA);
    JsonNode deploy =
        deploy(at("https://sentry.io", Optional.of("https://slipway.example")), telling);
    assertThat(deploy.get("environment").asText()).isEqualTo("staging");
    assertThat(deploy.get("name").asText()).isEqualTo("shop/staging#3");
    assertThat(deploy.get("url").asText()).isEqualTo("https://slipway.example/apps/shop/staging/3");
    assertThat(deploy.get("dateStarted").asText()).isEqualTo("2026-11-30T07:00:00Z");
    assertThat(deploy.get("dateFinished").asText()).isEqualTo("2026-11-30T07:02:00.125Z");
  }

  @Test
  void what_nobody_said_or_knows_any_more_is_left_out() {
    JsonNode deploy = deploy(OUTLET, Tellings.forgotten(Occasion.SETTLED));
    assertThat(deploy.propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("environment", "name", "dateFinished");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SETTLED", "ROLLED_BACK"},
      mode = EnumSource.Mode.EXCLUDE)
  void all_else_is_nothing_to_sentry(Occasion occasion) {
    assertThat(SentryOutlet.deployed(Tellings.of(occasion))).isEmpty();
  }

  @Test
  void nothing_is_deployed_where_the_commit_is_forgotten_or_it_is_a_test() {
    assertThat(SentryOutlet.deployed(Tellings.forgotten(Occasion.SETTLED))).isEmpty();
    assertThat(SentryOutlet.deployed(Tellings.rehearsal())).isEmpty();
  }

  @Test
  void the_longest_names_are_names_to_sentry() {
    Telling telling = Tellings.of(Occasion.SETTLED);
    Happening known = telling.last();
    Happening there =
        new Happening(
            known.position(),
            known.at(),
            known.occasion(),
            new Placement(new ApplicationName("a".repeat(63)), new EnvironmentName("b".repeat(63))),
            known.number(),
            known.shipment(),
            known.cargo(),
            known.because(),
            known.started());
    Telling longest =
        new Telling(
            telling.id(), telling.organisation(), telling.notification(), List.of(there), 0, false);
    assertThat(deploy(OUTLET, longest).get("name").asText()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({
    "https://sentry.io, https://sentry.io/api/0/organizations/acme/releases/",
    "https://example.org/sentry/, https://example.org/sentry/api/0/organizations/acme/releases/"
  })
  void they_go_where_releases_and_their_deploys_go(String url, String address) {
    SentryOutlet outlet = at(url, Optional.empty());
    assertThat(outlet.releases()).isEqualTo(address);
    assertThat(outlet.deploys(SHA)).isEqualTo("%s%s/deploys/", address, Tellings.SHA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": \"1\"}",
        "{\"version\": \"..\", \"projects\": [\"shop\"]}",
        "{\"version\": \"1\", \"projects\": []}",
        "{\"version\": \"1\", \"projects\": [\"shop\"], \"environment\": \"staging\"}"
      })
  void the_stand_in_refuses_a_release_that_sentry_does(String body) {
    assertThatThrownBy(() -> SentryForm.takeRelease(body)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"environment\": \"a/b\"}",
        "{\"environment\": \"staging\", \"dateFinished\": 1796022000}",
        "{\"environment\": \"staging\", \"version\": \"1\"}"
      })
  void the_stand_in_refuses_a_deploy_that_sentry_does(String body) {
    assertThatThrownBy(() -> SentryForm.takeDeploy(body)).isInstanceOf(AssertionError.class);
  }
}
