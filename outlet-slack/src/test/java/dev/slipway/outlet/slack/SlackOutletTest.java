package dev.slipway.outlet.slack;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a channel. */
class SlackOutletTest {

  private static final Instant NOW = Instant.parse("2026-11-30T07:00:00Z");

  @Test
  void it_says_what_happened_where_to_which_commit_and_why() throws IOException {
    JsonNode message = message(Occasion.FAILED, "The check said 500.", 0);
    assertThat(message.get("text").asText())
        .isEqualTo("shop/staging#3 (0123456789) has failed. The check said 500.");
  }

  @ParameterizedTest
  @EnumSource
  void every_occasion_has_its_words(Occasion occasion) throws IOException {
    assertThat(message(occasion, "Because.", 0).get("text").asText())
        .startsWith("shop/staging#3 (0123456789) ")
        .endsWith(". Because.");
  }

  @Test
  void it_says_how_much_was_left_out() throws IOException {
    assertThat(message(Occasion.SETTLED, "Fine.", 1).get("text").asText())
        .endsWith("One message before this one was left out.");
    assertThat(message(Occasion.SETTLED, "Fine.", 12).get("text").asText())
        .endsWith("12 messages before this one were left out.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel>",
        "<!here|here>",
        "<@U024BE7LH>",
        "<https://evil.example|the log>",
        "&lt;!channel&gt;",
        "a < b & c > d"
      })
  void what_others_say_is_no_markup_and_mentions_nobody(String hostile) throws IOException {
    JsonNode message = message(Occasion.FAILED, hostile, 0);
    String text = message.get("text").asText();
    assertThat(text).doesNotContain("<", ">");
    // Read as Slack reads it, it is what was said.
    assertThat(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .endsWith(hostile);
    assertThat(message.get("mrkdwn").asBoolean(true)).isFalse();
    assertThat(message.get("link_names").asBoolean(true)).isFalse();
    assertThat(message.get("parse").asText()).isEqualTo("none");
    assertThat(message.get("unfurl_links").asBoolean(true)).isFalse();
    assertThat(message.get("unfurl_media").asBoolean(true)).isFalse();
  }

  @Test
  void what_cannot_be_seen_is_not_said() throws IOException {
    String text = message(Occasion.FAILED, "a\nb\u202ec\u0007d\u200be", 0).get("text").asText();
    assertThat(text).endsWith(" a b c d e");
  }

  @Test
  void it_is_never_longer_than_slack_takes() throws IOException {
    String text = message(Occasion.FAILED, "&".repeat(2000), 0).get("text").asText();
    assertThat(text).hasSizeLessThan(3000).endsWith("…");
  }

  @Test
  void a_test_says_that_nothing_happened() throws IOException {
    Telling telling =
        new Telling(
            "id",
            Organisation.MAIN,
            new NotificationName("shop-team"),
            List.of(happening(Occasion.SETTLED, "Fine.")),
            0,
            true);
    assertThat(read(telling).get("text").asText()).contains("shop-team is a test");
  }

  private static JsonNode message(Occasion occasion, String because, int leftOut)
      throws IOException {
    return read(
        new Telling(
            "id",
            Organisation.MAIN,
            new NotificationName("shop-team"),
            List.of(happening(occasion, because)),
            leftOut,
            false));
  }

  private static JsonNode read(Telling telling) throws IOException {
    return new ObjectMapper().readTree(new SlackOutlet().message(telling, NOW).body());
  }

  private static Happening happening(Occasion occasion, String because) {
    return new Happening(
        new Position(7),
        NOW,
        occasion,
        new Placement(new ApplicationName("shop"), new EnvironmentName("staging")),
        Optional.of(3),
        Optional.empty(),
        Optional.of(
            new Cargo(
                new Sha("0123456789abcdef0123456789abcdef01234567"),
                new RepositoryUrl("https://git.example/shop"),
                Optional.of(Digest.ofHex("ab".repeat(32))),
                Optional.empty())),
        Optional.of(new Reason("because", because)),
        Optional.empty());
  }
}
