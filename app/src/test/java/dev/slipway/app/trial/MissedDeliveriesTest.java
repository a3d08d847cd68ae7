package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of two targets is away for three deliveries. They go on without it, say so, and when it is
 * back, with a much older order in its journal, it runs the newest and nothing in between.
 */
class MissedDeliveriesTest {

  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries/";

  /** The shortest that may be asked for. */
  private static final Duration ABSENT_AFTER = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private NearAndFar place;

  @BeforeEach
  void start() {
    place = NearAndFar.in(folder, "{environment: staging, rollouts: {absent_after: 1m}}");
  }

  @AfterEach
  void stop() {
    place.close();
  }

  @Test
  void who_was_away_for_three_deliveries_gets_the_newest_alone() {
    String first = place.delivered("First");
    place.edges().stop("far");
    awaitSilence(ABSENT_AFTER.dividedBy(2));
    awaitSilence(ABSENT_AFTER);
    place.delivered("Second");
    place.delivered("Third");
    String fourth = place.delivered("Fourth");
    JsonNode members = place.server().api().get(DELIVERIES + place.number()).path("members");
    assertThat(members.valueStream().map(MissedDeliveriesTest::said))
        .containsExactlyInAnyOrder("far pending", "near converged");

    place.edges().run("far");
    Pause.until("far to have run the newest", () -> place.ran("far").contains(fourth));
    place.server().api().awaitQuiet();
    assertThat(place.ran("far")).containsExactly(first, fourth);
    assertThat(place.ran("near")).hasSize(4).endsWith(fourth);
    assertThat(place.number()).as("the delivery in force").isEqualTo(4);
  }

  private static String said(JsonNode member) {
    return member.path("target").asText() + " " + member.path("outcome").asText();
  }

  /** Until far was last heard so long ago. */
  private void awaitSilence(Duration time) {
    Pause.until(
        "far to be away for " + time,
        () -> {
          JsonNode far = place.server().api().get("/api/v1/environments/staging/targets/far");
          Instant heard = Instant.parse(far.at("/agent/lastHeard").asText());
          return heard.plus(time).isBefore(InstantSource.system().instant());
        });
  }
}
