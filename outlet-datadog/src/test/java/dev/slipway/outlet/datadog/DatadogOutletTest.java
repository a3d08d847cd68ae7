package dev.slipway.outlet.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.contract.Tellings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands among the events of Datadog. */
class DatadogOutletTest {

  private static final DatadogOutlet OUTLET = new DatadogOutlet("datadoghq.eu");

  private static JsonNode event(Telling telling, Instant now) {
    Message message = OUTLET.message(telling, now);
    assertThat(message.headers()).isEmpty();
    return DatadogForm.take(message.body());
  }

  private static JsonNode event(Telling telling) {
    return event(telling, Tellings.AT);
  }

  @ParameterizedTest
  @EnumSource
  void every_occasion_is_an_event_that_datadog_takes(Occasion occasion) {
    for (Telling telling :
        new Telling[] {
          Tellings.of(occasion, "Because."),
          Tellings.of(Occasion.QUEUED, occasion),
          Tellings.first(occasion),
          Tellings.forgotten(occasion)
        }) {
      JsonNode event = event(telling);
      assertThat(event.get("tags").valueStream().map(JsonNode::asText))
          .contains("slipway:" + occasion.word(), "application:shop", "environment:staging");
      assertThat(event.get("aggregation_key").asText()).isEqualTo("slipway/main/shop/staging");
      assertThat(event.get("date_happened").asLong()).isEqualTo(Tellings.AT.getEpochSecond());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STARTED, info",
    "SETTLED, success",
    "ROLLED_BACK, warning",
    "BYPASSED, warning",
    "STUCK, error",
    "FAILED, error"
  })
  void how_grave_it_is_is_said(Occasion occasion, String grave) {
    assertThat(event(Tellings.of(occasion)).get("alert_type").asText()).isEqualTo(grave);
  }

  @Test
  void it_says_what_happened_where_to_which_commit_and_why() {
    JsonNode event = event(Tellings.of(Occasion.FAILED, "The check said 500."));
    assertThat(event.get("title").asText()).isEqualTo("Slipway: failed shop/staging#3");
    assertThat(event.get("text").asText())
        .isEqualTo("shop/staging#3 (0123456789) has failed. The check said 500.");
    assertThat(event.get("tags").valueStream().map(JsonNode::asText))
        .contains("delivery:3", "sha:" + Tellings.SHA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%%% \n[the log](https://evil.example)\n %%%",
        "%%%%%%",
        "@all come and see",
        "@pagerduty-production"
      })
  void what_others_say_is_no_markup_and_calls_nobody(String hostile) {
    assertThat(event(Tellings.of(Occasion.FAILED, hostile)).get("text").asText())
        .doesNotContain("%%%", "@", "\n");
  }

  @Test
  void a_long_text_is_cut() {
    assertThat(PlainText.of("%".repeat(5000), 4000)).hasSize(4000).endsWith("…");
  }

  @Test
  void the_longest_names_have_a_group_of_their_own_each() {
    JsonNode one = event(at("a".repeat(63), "b".repeat(63)));
    JsonNode other = event(at("a".repeat(63), "c".repeat(63)));
    assertThat(one.get("aggregation_key")).isNotEqualTo(other.get("aggregation_key"));
    assertThat(one.get("title").asText()).endsWith("…");
  }

  @Test
  void what_is_told_late_is_an_event_of_now_for_datadog_takes_no_older_one() {
    Telling telling = Tellings.of(Occasion.SETTLED);
    assertThat(event(telling, Tellings.AT.plus(Duration.ofHours(17))).has("date_happened"))
        .isTrue();
    assertThat(event(telling, Tellings.AT.plus(Duration.ofHours(18))).has("date_happened"))
        .isFalse();
  }

  @Test
  void a_test_says_that_it_is_one_and_looks_like_nothing_that_happened() {
    JsonNode test = event(Tellings.rehearsal());
    assertThat(test.get("text").asText()).contains("shop-team is a test");
    assertThat(test.get("alert_type").asText()).isEqualTo("info");
    assertThat(test.get("tags").valueStream().map(JsonNode::asText))
        .containsExactly("slipway:test");
  }

  @Test
  void it_goes_to_the_sites_own_host_with_the_key_in_datadogs_header() {
    assertThat(DatadogOutlet.credentials("0a1b")).containsExactly(Map.entry("DD-API-KEY", "0a1b"));
    assertThat(OUTLET.address()).isEqualTo("https://api.datadoghq.eu/api/v1/events");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"a\"}",
        "{\"title\": \"a\", \"text\": \"b\", \"alertType\": \"info\"}",
        "{\"title\": \"a\", \"text\": \"b\", \"alert_type\": \"fatal\"}",
        "{\"title\": \"a\", \"text\": \"b\", \"date_happened\": \"1796022000\"}",
        "{\"title\": \"a\", \"text\": \"b\", \"date_happened\": 1796022000000}",
        "{\"title\": \"a\", \"text\": \"b\", \"tags\": \"a:b\"}"
      })
  void the_stand_in_refuses_what_datadog_does(String body) {
    assertThatThrownBy(() -> DatadogForm.take(body)).isInstanceOf(AssertionError.class);
  }

  private static Telling at(String application, String environment) {
    Telling telling = Tellings.of(Occasion.SETTLED);
    Happening known = telling.last();
    Happening there =
        new Happening(
            known.position(),
            known.at(),
            known.occasion(),
            new Placement(new ApplicationName(application), new EnvironmentName(environment)),
            known.number(),
            known.shipment(),
            known.cargo(),
            Optional.empty(),
            known.started());
    return new Telling(
        telling.id(), telling.organisation(), telling.notification(), List.of(there), 0, false);
  }
}
