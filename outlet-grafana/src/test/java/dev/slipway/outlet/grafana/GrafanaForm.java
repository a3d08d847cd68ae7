package dev.slipway.outlet.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.outlet.contract.Form;
import java.util.Map;

/**
 * An annotation as Grafana takes it, by its own description of {@code POST /api/annotations} and of
 * the command behind it, which knows these fields and no others.
 *
 * @see <a href="https://grafana.com/docs/grafana/latest/developers/http_api/annotations/">Grafana's
 *     Annotations API</a>
 */
public final class GrafanaForm {

  private static final long MILLIS_OF_2020 = 1_577_836_800_000L;
  private static final long MILLIS_OF_2100 = 4_102_444_800_000L;

  private static final Form ANNOTATION =
      new Form(
          Map.of("text", Form.text(64 * 1024)),
          Map.of(
              "dashboardUID", Form.text(40),
              "panelId", Form.number(0, Long.MAX_VALUE),
              "time", Form.number(MILLIS_OF_2020, MILLIS_OF_2100),
              "timeEnd", Form.number(MILLIS_OF_2020, MILLIS_OF_2100),
              "tags", Form.list(100, Form.text(100)),
              "data", JsonNode::isObject));

  private GrafanaForm() {}

  /**
   * Takes an annotation.
   *
   * @throws AssertionError when Grafana would not
   */
  public static JsonNode take(String body) {
    JsonNode annotation = ANNOTATION.take(body);
    if (annotation.has("timeEnd")
        && annotation.get("timeEnd").asLong() < annotation.path("time").asLong()) {
      throw new AssertionError("It ends before it begins: " + body);
    }
    return annotation;
  }
}
