package dev.slipway.outlet.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.notification.Cargo;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import dev.slipway.outlet.Telling;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a deployment says of a delivery. */
class DeploymentOutletTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final RepositoryUrl REPOSITORY = new RepositoryUrl("https://github.com/acme/shop");
  private static final Receiver.GitHubDeployments PLAIN =
      new Receiver.GitHubDeployments(
          Optional.empty(),
          Optional.of(List.of()),
          false,
          false,
          Production.BY_NAME,
          Optional.empty());
  private static final Receiver.GitHubDeployments FULL =
      new Receiver.GitHubDeployments(
          Optional.of("mail"),
          Optional.of(List.of(new CheckName("ci/build"))),
          true,
          true,
          Production.YES,
          Optional.of("https://staging.shop.example"));

  private static Telling telling(Occasion occasion, Optional<Integer> number, String because) {
    Happening happening =
        new Happening(
            new Position(7),
            NOW,
            occasion,
            new Placement(new ApplicationName("shop"), new EnvironmentName("staging")),
            number,
            Optional.empty(),
            Optional.of(new Cargo(new Sha(SHA), REPOSITORY, Optional.empty(), Optional.empty())),
            Optional.of(because).filter(it -> !it.isEmpty()).map(it -> new Reason("because", it)),
            Optional.empty());
    return new Telling(
        "id", Organisation.MAIN, new NotificationName("deployments"), List.of(happening), 0, false);
  }

  private static Telling telling(Occasion occasion) {
    return telling(occasion, Optional.of(3), "");
  }

  private static JsonNode read(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING_FOR_APPROVAL,queued",
    "STARTED,in_progress",
    "STUCK,error",
    "SETTLED,success",
    "ROLLED_BACK,success",
    "FAILED,failure",
    "CANCELLED,inactive"
  })
  void each_stage_has_its_state(Occasion occasion, String state) throws IOException {
    assertThat(DeploymentOutlet.isDeployment(telling(occasion))).isTrue();
    DeploymentOutlet outlet = new DeploymentOutlet(PLAIN, Optional.empty());
    assertThat(read(outlet.status(telling(occasion))).path("state").asText()).isEqualTo(state);
  }

  @Test
  void what_has_no_number_yet_or_no_state_has_none() {
    assertThat(DeploymentOutlet.isDeployment(telling(Occasion.QUEUED, Optional.empty(), "")))
        .isFalse();
    assertThat(DeploymentOutlet.isDeployment(telling(Occasion.BYPASSED))).isFalse();
  }

  @Test
  void it_is_for_the_commit_and_knows_the_delivery() throws IOException {
    DeploymentOutlet outlet = new DeploymentOutlet(PLAIN, Optional.empty());
    assertThat(read(outlet.deployment(telling(Occasion.STARTED))))
        .isEqualTo(
            read(
                """
                {"ref": "%s", "task": "deploy", "auto_merge": false, "required_contexts": [],
                 "payload": {"slipway": "main/shop/staging#3"}, "environment": "staging",
                 "description": "shop/staging#3", "transient_environment": false}
                """
                    .formatted(SHA)));
    JsonNode status = read(outlet.status(telling(Occasion.STARTED)));
    assertThat(status.has("log_url")).isFalse();
    assertThat(status.has("environment_url")).isFalse();
  }

  @Test
  void an_admin_says_what_github_looks_at_and_where_people_look() throws IOException {
    DeploymentOutlet outlet = new DeploymentOutlet(FULL, Optional.of("https://slipway.example"));
    JsonNode made = read(outlet.deployment(telling(Occasion.STARTED)));
    assertThat(made.path("environment").asText()).isEqualTo("mail/staging");
    assertThat(made.path("auto_merge").asBoolean()).isTrue();
    assertThat(made.path("required_contexts").toString()).isEqualTo("[\"ci/build\"]");
    assertThat(made.path("transient_environment").asBoolean()).isTrue();
    assertThat(made.path("production_environment").asBoolean()).isTrue();
    JsonNode status = read(outlet.status(telling(Occasion.SETTLED)));
    assertThat(status.path("log_url").asText())
        .isEqualTo("https://slipway.example/apps/shop/staging/3");
    assertThat(status.path("environment_url").asText()).isEqualTo("https://staging.shop.example");
    assertThat(
            read(new DeploymentOutlet(PLAIN, Optional.of("https://slipway.example"))
                    .status(telling(Occasion.SETTLED)))
                .path("environment_url")
                .asText())
        .isEqualTo("https://slipway.example/apps/shop/staging");
  }

  @Test
  void where_github_is_to_find_everything_green_nothing_is_named() throws IOException {
    DeploymentOutlet outlet =
        new DeploymentOutlet(
            new Receiver.GitHubDeployments(
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Production.BY_NAME,
                Optional.empty()),
            Optional.empty());
    assertThat(read(outlet.deployment(telling(Occasion.STARTED))).has("required_contexts"))
        .isFalse();
  }

  @Test
  void a_description_is_no_longer_than_github_takes() throws IOException {
    DeploymentOutlet outlet = new DeploymentOutlet(PLAIN, Optional.empty());
    String because = "a\u202eb\n" + "x".repeat(300);
    String description =
        read(outlet.status(telling(Occasion.FAILED, Optional.of(3), because)))
            .path("description")
            .asText();
    assertThat(description).hasSize(140).startsWith("shop/staging#3 has failed. a b x");
  }
}
