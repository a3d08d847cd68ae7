package dev.slipway.outlet.datadog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.slipway.model.Placement;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.JsonBody;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Outlet;
import dev.slipway.outlet.Sentences;
import dev.slipway.outlet.Tags;
import dev.slipway.outlet.Telling;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event, one group of them for each application in an environment. Its text is plain. Pure;
 * thread-safe.
 *
 * @param site which of Datadog's sites it goes to, such as {@code datadoghq.eu}
 * @see <a href="https://docs.datadoghq.com/api/latest/events/post-an-event/">Datadog's Events
 *     API</a>
 */
public record DatadogOutlet(String site) implements Outlet {

  private static final int TITLE_MAX = 100;
  private static final int TEXT_MAX = 4000;
  private static final int KEY_MAX = 100;

  /** Datadog takes no event that is said to be older than 18 hours; a minute is for the way. */
  private static final Duration AGE_MAX = Duration.ofHours(18).minusMinutes(1);

  /** Where the messages go. */
  public String address() {
    return "https://api." + site + "/api/v1/events";
  }

  /** What says who sends them. */
  public static Map<String, String> credentials(String key) {
    return Map.of("DD-API-KEY", key);
  }

  @Override
  public Message message(Telling telling, Instant now) {
    Happening last = telling.last();
    String body =
        JsonBody.of(json -> {
          json.writeStringField("title", title(telling));
          json.writeStringField("text", PlainText.of(Sentences.of(telling), TEXT_MAX));
          json.writeStringField("alert_type", telling.rehearsal() ? "info" : alert(last));
          json.writeStringField("aggregation_key", key(telling));
          json.writeStringField("source_type_name", "slipway");
          if (Duration.between(last.at(), now).compareTo(AGE_MAX) < 0) {
            json.writeNumberField("date_happened", last.at().getEpochSecond());
          }
          json.writeArrayFieldStart("tags");
          tags(json, telling);
          json.writeEndArray();
        });
    return new Message(new TreeMap<>(), body);
  }

  private static String title(Telling telling) {
    if (telling.rehearsal()) {
      return "Slipway: a test";
    }
    Happening last = telling.last();
    String where = last.placement() + last.number().map(number -> "#" + number).orElse("");
    return PlainText.of("Slipway: " + last.occasion().word() + " " + where, TITLE_MAX);
  }

  private static String alert(Happening last) {
    return switch (last.occasion()) {
      case FAILED, STUCK -> "error";
      case BYPASSED, ROLLED_BACK, CANCELLED -> "warning";
      case SETTLED -> "success";
      case QUEUED, STARTED, WAITING_FOR_APPROVAL -> "info";
    };
  }

  /** One group for each placement, by a name that Datadog takes however long the names are. */
  private static String key(Telling telling) {
    if (telling.rehearsal()) {
      return "slipway/test";
    }
    Placement placement = telling.last().placement();
    String whole = "slipway/" + telling.organisation() + "/" + placement;
    return whole.length() <= KEY_MAX
        ? whole
        : "slipway/" + UUID.nameUUIDFromBytes(whole.getBytes(UTF_8));
  }

  private static void tags(JsonGenerator json, Telling telling) throws IOException {
    if (telling.rehearsal()) {
      json.writeString("slipway:test");
      return;
    }
    Happening last = telling.last();
    json.writeString("slipway:" + last.occasion().word());
    for (String tag : Tags.of(last)) {
      json.writeString(tag);
    }
  }
}
