package dev.slipway.outlet.webhook;

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
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.StandardWebhook;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.WebhookSecret;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What whoever listens gets. */
class WebhookOutletTest {

  private static final Instant NOW = Instant.parse("2026-11-30T07:00:00Z");
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_message_has_its_id_the_time_of_sending_and_a_signature_over_both_and_the_body() {
    WebhookSecret secret = WebhookSecret.parse(KEY).orElseThrow();
    Message message = new WebhookOutlet(Optional.of(secret)).message(telling(), NOW);
    assertThat(message.headers())
        .containsEntry("webhook-id", "id-1")
        .containsEntry("webhook-timestamp", "1796022000")
        .containsEntry(
            "webhook-signature",
            StandardWebhook.headers("id-1", NOW, message.body(), Optional.of(secret))
                .get("webhook-signature"));
  }

  @Test
  void without_a_secret_nothing_is_signed() {
    assertThat(new WebhookOutlet(Optional.empty()).message(telling(), NOW).headers())
        .doesNotContainKey("webhook-signature");
  }

  @Test
  void the_body_is_of_the_published_schema() throws IOException {
    JsonNode body = body();
    JsonNode schema = JSON.readTree(WebhookBody.schema());
    assertThat(body.get("schema").asText())
        .isEqualTo(schema.at("/properties/schema/const").asText());
    holds(schema, body);
    holds(schema.at("/properties/data"), body.get("data"));
    body.at("/data/happenings")
        .forEach(each -> holds(schema.at("/properties/data/properties/happenings/items"), each));
    assertThat(body.at("/data/happenings/1/because/sentence").asText()).isEqualTo("\"<&>\u2028");
    Set<String> words = new HashSet<>();
    schema.at("/properties/type/enum").forEach(word -> words.add(word.asText()));
    assertThat(words).containsAll(Arrays.stream(Occasion.values()).map(Occasion::word).toList());
  }

  @Test
  void the_last_thing_that_happened_is_the_messages_type() throws IOException {
    assertThat(body().get("type").asText()).isEqualTo("started");
    assertThat(body().at("/data/happenings/0/type").asText()).isEqualTo("queued");
    assertThat(body().at("/data/leftOut").asInt()).isEqualTo(2);
  }

  /** Everything required is there, and nothing that the schema does not name. */
  private static void holds(JsonNode schema, JsonNode value) {
    schema.get("required").forEach(key -> assertThat(value.has(key.asText())).isTrue());
    value
        .fieldNames()
        .forEachRemaining(key -> assertThat(schema.get("properties").has(key)).as(key).isTrue());
  }

  private static JsonNode body() throws IOException {
    return JSON.readTree(new WebhookOutlet(Optional.empty()).message(telling(), NOW).body());
  }

  private static Telling telling() {
    return new Telling(
        "id-1",
        Organisation.MAIN,
        new NotificationName("shop-team"),
        List.of(
            happening(7, Occasion.QUEUED, Optional.empty(), Optional.empty()),
            happening(
                9,
                Occasion.STARTED,
                Optional.of(3),
                Optional.of(new Reason("because", "\"<&>\u2028")))),
        2,
        false);
  }

  private static Happening happening(
      long position, Occasion occasion, Optional<Integer> number, Optional<Reason> because) {
    return new Happening(
        new Position(position),
        NOW,
        occasion,
        new Placement(new ApplicationName("shop"), new EnvironmentName("staging")),
        number,
        Optional.empty(),
        Optional.empty(),
        because,
        Optional.empty());
  }
}
