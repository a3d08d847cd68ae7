package dev.slipway.outlet.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.need.Need;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What GitHub is asked for before a delivery starts. */
class AskedDeploymentTest {

  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

  private static AskedDeployment asked(
      Optional<String> context, Optional<List<CheckName>> checks, boolean merges) {
    return new AskedDeployment(
        new Need.DeploymentOf(
            Organisation.MAIN,
            new DeliveryId(
                new Placement(new ApplicationName("shop"), new EnvironmentName("production")), 7),
            new RepositoryUrl("https://github.com/acme/shop"),
            new Sha(SHA),
            new DeploymentPolicy(
                context, checks, merges, false, Production.BY_NAME, Duration.ofHours(1)),
            Instant.EPOCH));
  }

  private static JsonNode read(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  @Test
  void it_is_for_the_commit_and_knows_the_delivery_and_the_terms() throws IOException {
    AskedDeployment asked =
        asked(Optional.of("shop"), Optional.of(List.of(new CheckName("ci/build"))), true);
    assertThat(asked.environment()).isEqualTo("shop/production");
    assertThat(asked.delivery()).isEqualTo("main/shop/production#7");
    JsonNode made = read(asked.deployment());
    assertThat(read(made.at("/payload/asked").asText()))
        .isEqualTo(read("{\"checks\":[\"ci/build\"],\"auto_merge\":true}"));
    assertThat(made.at("/payload/asked").asText()).isEqualTo(asked.terms());
    assertThat(made.at("/payload/slipway").asText()).isEqualTo(asked.delivery());
    assertThat(made.path("ref").asText()).isEqualTo(SHA);
    assertThat(made.path("environment").asText()).isEqualTo("shop/production");
    assertThat(made.path("auto_merge").asBoolean()).isTrue();
    assertThat(made.path("required_contexts").toString()).isEqualTo("[\"ci/build\"]");
  }

  @Test
  void all_checks_and_none_are_different_terms() throws IOException {
    AskedDeployment all = asked(Optional.empty(), Optional.empty(), false);
    AskedDeployment none = asked(Optional.empty(), Optional.of(List.of()), false);
    assertThat(all.terms()).isNotEqualTo(none.terms());
    assertThat(read(all.deployment()).has("required_contexts")).isFalse();
    assertThat(read(none.deployment()).path("required_contexts").isEmpty()).isTrue();
  }
}
