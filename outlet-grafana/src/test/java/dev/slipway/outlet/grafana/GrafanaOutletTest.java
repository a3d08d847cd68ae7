package dev.slipway.outlet.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.contract.Tellings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a Grafana. */
class GrafanaOutletTest {

  private static final GrafanaOutlet OUTLET =
      new GrafanaOutlet("https://grafana.example", Optional.empty());

  private static JsonNode annotation(GrafanaOutlet outlet, Telling telling) {
    Message message = outlet.message(telling, Tellings.AT);
    assertThat(message.headers()).isEmpty();
    return GrafanaForm.take(message.body());
  }

  private static JsonNode annotation(Telling telling) {
    return annotation(OUTLET, telling);
  }

  @ParameterizedTest
  @EnumSource
  void every_occasion_is_an_annotation_that_grafana_takes(Occasion occasion) {
    for (Telling telling :
        new Telling[] {
          Tellings.of(occasion, "Because."),
          Tellings.of(Occasion.QUEUED, occasion),
          Tellings.first(occasion),
          Tellings.forgotten(occasion)
        }) {
      assertThat(annotation(telling).get("tags").valueStream().map(JsonNode::asText))
          .contains("slipway", occasion.word(), "application:shop", "environment:staging");
    }
  }

  @Test
  void what_settled_is_the_time_from_its_start_and_says_which_commit_it_is() {
    JsonNode settled = annotation(Tellings.of(Occasion.SETTLED));
    assertThat(settled.get("time").asLong()).isEqualTo(Tellings.STARTED.toEpochMilli());
    assertThat(settled.get("timeEnd").asLong()).isEqualTo(Tellings.AT.toEpochMilli());
    assertThat(settled.get("text").asText()).isEqualTo("shop/staging#3 (0123456789) is in force.");
    assertThat(settled.get("tags").valueStream().map(JsonNode::asText))
        .contains("delivery:3", "sha:" + Tellings.SHA);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SETTLED", "ROLLED_BACK"},
      mode = EnumSource.Mode.EXCLUDE)
  void all_else_is_a_moment(Occasion occasion) {
    JsonNode moment = annotation(Tellings.of(occasion));
    assertThat(moment.get("time").asLong()).isEqualTo(Tellings.AT.toEpochMilli());
    assertThat(moment.has("timeEnd")).isFalse();
  }

  @Test
  void what_settled_is_a_moment_where_its_start_is_not_known_any_more() {
    assertThat(annotation(Tellings.forgotten(Occasion.SETTLED)).has("timeEnd")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>the log</a>",
        "\"><script>alert(1)</script>",
        "&lt;b&gt;",
        "a < b & c > d"
      })
  void what_others_say_is_no_markup(String hostile) {
    String text = annotation(Tellings.of(Occasion.FAILED, hostile)).get("text").asText();
    assertThat(text).doesNotContain("<", ">", "\"", "'");
    // Read as HTML is read, it is what was said.
    assertThat(
            text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"))
        .endsWith(hostile);
  }

  @Test
  void a_long_text_is_cut_before_it_is_written_as_html() {
    String text = annotation(Tellings.of(Occasion.FAILED, "&".repeat(5000))).get("text").asText();
    assertThat(text).endsWith("&amp;…").hasSizeLessThan(5 * 2000);
  }

  @Test
  void it_is_a_dashboards_where_one_is_named() {
    GrafanaOutlet one = new GrafanaOutlet("https://grafana.example", Optional.of("cIBgcSjkk"));
    assertThat(annotation(one, Tellings.of(Occasion.FAILED)).get("dashboardUID").asText())
        .isEqualTo("cIBgcSjkk");
    assertThat(annotation(Tellings.of(Occasion.FAILED)).has("dashboardUID")).isFalse();
  }

  @Test
  void a_test_says_that_it_is_one_and_looks_like_nothing_that_happened() {
    JsonNode test = annotation(Tellings.rehearsal());
    assertThat(test.get("text").asText()).contains("shop-team is a test");
    assertThat(test.get("tags").valueStream().map(JsonNode::asText))
        .containsExactly("slipway", "test");
  }

  @ParameterizedTest
  @CsvSource({
    "https://grafana.example, https://grafana.example/api/annotations",
    "https://example.org/grafana/, https://example.org/grafana/api/annotations"
  })
  void it_goes_where_annotations_go(String url, String address) {
    assertThat(new GrafanaOutlet(url, Optional.empty()).address()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"text\": \"\"}",
        "{\"text\": \"a\", \"title\": \"b\"}",
        "{\"text\": \"a\", \"time\": 1796022000}",
        "{\"text\": \"a\", \"time\": 1796022000001, \"timeEnd\": 1796022000000}",
        "{\"text\": \"a\", \"tags\": [7]}"
      })
  void the_stand_in_refuses_what_grafana_does(String body) {
    assertThatThrownBy(() -> GrafanaForm.take(body)).isInstanceOf(AssertionError.class);
  }
}
