package dev.slipway.outlet.webhook;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.slipway.model.Reason;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.JsonBody;
import dev.slipway.outlet.Telling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The body of messages. Its schema has a number; keys may come to a schema, and none ever leaves it
 * or means something else. Stateless.
 */
public final class WebhookBody {

  /** Names the schema in each body. */
  static final String SCHEMA = "slipway.notification/1";

  private static final String FILE = "notification-1.schema.json";

  private WebhookBody() {}

  /** The published schema. */
  public static String schema() {
    try (InputStream file =
        Optional.ofNullable(WebhookBody.class.getResourceAsStream(FILE)).orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The program is not whole: " + FILE, e);
    }
  }

  static String of(Telling telling) {
    return JsonBody.of(json -> {
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("type", type(telling));
      json.writeStringField("timestamp", telling.last().at().toString());
      json.writeObjectFieldStart("data");
      data(json, telling);
      json.writeEndObject();
    });
  }

  private static String type(Telling telling) {
    return telling.rehearsal() ? "test" : telling.last().occasion().word();
  }

  private static void data(JsonGenerator json, Telling telling) throws IOException {
    Happening last = telling.last();
    json.writeStringField("organisation", telling.organisation().value());
    json.writeStringField("notification", telling.notification().value());
    json.writeStringField("application", last.placement().application().value());
    json.writeStringField("environment", last.placement().environment().value());
    if (last.number().isPresent()) {
      json.writeNumberField("delivery", last.number().orElseThrow());
    }
    if (last.shipment().isPresent()) {
      json.writeStringField("shipment", last.shipment().orElseThrow().value());
    }
    if (last.sha().isPresent()) {
      json.writeStringField("sha", last.sha().orElseThrow().value());
    }
    json.writeNumberField("leftOut", telling.leftOut());
    json.writeArrayFieldStart("happenings");
    for (Happening happening : telling.happenings()) {
      happening(json, happening);
    }
    json.writeEndArray();
  }

  private static void happening(JsonGenerator json, Happening happening) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", happening.occasion().word());
    json.writeStringField("at", happening.at().toString());
    json.writeNumberField("position", happening.position().value());
    if (happening.because().isPresent()) {
      Reason because = happening.because().orElseThrow();
      json.writeObjectFieldStart("because");
      json.writeStringField("code", because.code());
      json.writeStringField("sentence", because.sentence());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
