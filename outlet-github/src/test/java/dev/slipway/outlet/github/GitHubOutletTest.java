package dev.slipway.outlet.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.notification.Cargo;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Telling;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a status says of a commit. */
class GitHubOutletTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Optional<Sha> SHA =
      Optional.of(new Sha("0123456789abcdef0123456789abcdef01234567"));

  private static final RepositoryUrl REPOSITORY = new RepositoryUrl("https://github.com/acme/shop");

  private static Telling telling(Occasion occasion, Optional<Sha> sha, String because) {
    Happening happening =
        new Happening(
            new Position(7),
            NOW,
            occasion,
            new Placement(new ApplicationName("shop"), new EnvironmentName("staging")),
            Optional.of(3),
            Optional.empty(),
            sha.map(it ->
                new Cargo(
                    it, REPOSITORY, Optional.of(Digest.ofHex("ab".repeat(32))), Optional.empty())),
            Optional.of(because).filter(it -> !it.isEmpty()).map(it -> new Reason("because", it)),
            Optional.empty());
    return new Telling(
        "id", Organisation.MAIN, new NotificationName("statuses"), List.of(happening), 0, false);
  }

  private static JsonNode read(Telling telling, Optional<String> link) throws IOException {
    return new ObjectMapper()
        .readTree(new GitHubOutlet("slipway", link).message(telling, NOW).body());
  }

  @ParameterizedTest
  @CsvSource({
    "STARTED,pending",
    "STUCK,error",
    "CANCELLED,error",
    "SETTLED,success",
    "ROLLED_BACK,success",
    "FAILED,failure"
  })
  void each_stage_has_its_state(Occasion occasion, String state) throws IOException {
    assertThat(GitHubOutlet.isStatus(telling(occasion, SHA, ""))).isTrue();
    assertThat(read(telling(occasion, SHA, ""), Optional.empty()).path("state").asText())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(names = {"QUEUED", "WAITING_FOR_APPROVAL", "BYPASSED"})
  void what_has_not_started_has_none_for_it_may_never(Occasion occasion) {
    assertThat(GitHubOutlet.isStatus(telling(occasion, SHA, ""))).isFalse();
  }

  @Test
  void without_a_commit_there_is_none() {
    assertThat(GitHubOutlet.isStatus(telling(Occasion.SETTLED, Optional.empty(), ""))).isFalse();
  }

  @Test
  void it_names_the_environment_the_delivery_and_where_to_read_more() throws IOException {
    JsonNode status =
        read(telling(Occasion.SETTLED, SHA, ""), Optional.of("https://slipway.example"));
    assertThat(status.path("context").asText()).isEqualTo("slipway/staging");
    assertThat(status.path("description").asText()).isEqualTo("shop/staging#3 is in force.");
    assertThat(status.path("target_url").asText())
        .isEqualTo("https://slipway.example/apps/shop/staging/3");
    assertThat(read(telling(Occasion.SETTLED, SHA, ""), Optional.empty()).has("target_url"))
        .isFalse();
  }

  @Test
  void it_is_no_longer_than_github_takes_and_holds_nothing_that_cannot_be_seen()
      throws IOException {
    JsonNode status =
        read(telling(Occasion.FAILED, SHA, "a\u202eb\n" + "😀".repeat(200)), Optional.empty());
    String description = status.path("description").asText();
    assertThat(description.length()).isBetween(139, 140);
    assertThat(description).startsWith("shop/staging#3 has failed. a b 😀").endsWith("😀…");
  }
}
