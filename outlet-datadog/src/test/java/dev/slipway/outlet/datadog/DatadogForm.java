package dev.slipway.outlet.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.outlet.contract.Form;
import java.util.Map;

/**
 * An event as Datadog takes it, by its published description of {@code POST /api/v1/events}, {@code
 * EventCreateRequest}: which fields there are, what is in them and how long they may be.
 *
 * @see <a href="https://docs.datadoghq.com/api/latest/events/post-an-event/">Datadog's Events
 *     API</a>
 */
final class DatadogForm {

  private static final long SECONDS_OF_2020 = 1_577_836_800L;
  private static final long SECONDS_OF_2100 = 4_102_444_800L;

  private static final Form EVENT =
      new Form(
          Map.of("title", Form.text(100), "text", Form.text(4000)),
          Map.of(
              "aggregation_key", Form.text(100),
              "alert_type",
                  Form.word(
                      "error",
                      "warning",
                      "info",
                      "success",
                      "user_update",
                      "recommendation",
                      "snapshot"),
              "date_happened", Form.number(SECONDS_OF_2020, SECONDS_OF_2100),
              "device_name", Form.text(200),
              "host", Form.text(200),
              "priority", Form.word("normal", "low"),
              "related_event_id", Form.number(1, Long.MAX_VALUE),
              "source_type_name", Form.text(100),
              "tags", Form.list(100, Form.text(200))));

  private DatadogForm() {}

  /**
   * Takes an event.
   *
   * @throws AssertionError when Datadog would not
   */
  static JsonNode take(String body) {
    return EVENT.take(body);
  }
}
