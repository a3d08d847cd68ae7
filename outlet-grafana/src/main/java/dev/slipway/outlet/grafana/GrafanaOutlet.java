package dev.slipway.outlet.grafana;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.JsonBody;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Outlet;
import dev.slipway.outlet.Sentences;
import dev.slipway.outlet.Tags;
import dev.slipway.outlet.Telling;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An annotation: of the moment in which something happened, and of the whole time from its start
 * where a delivery came into force. Grafana shows the text as HTML, so it is written as text of
 * that. Pure; thread-safe.
 *
 * @param url where Grafana is reached, without what its API adds
 * @param dashboard the uid of the one whose annotations they are; absent where they are the
 *     organisation's
 * @see <a href="https://grafana.com/docs/grafana/latest/developers/http_api/annotations/">Grafana's
 *     Annotations API</a>
 */
public record GrafanaOutlet(String url, Optional<String> dashboard) implements Outlet {

  private static final String PATH = "/api/annotations";
  private static final int TEXT_MAX = 2000;

  /** Where the messages go. */
  public String address() {
    return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + PATH;
  }

  @Override
  public Message message(Telling telling, Instant now) {
    Happening last = telling.last();
    Optional<Instant> from = telling.rehearsal() ? Optional.empty() : start(last);
    String body =
        JsonBody.of(json -> {
          if (dashboard.isPresent()) {
            json.writeStringField("dashboardUID", dashboard.orElseThrow());
          }
          json.writeNumberField("time", from.orElseGet(last::at).toEpochMilli());
          if (from.isPresent()) {
            json.writeNumberField("timeEnd", last.at().toEpochMilli());
          }
          json.writeArrayFieldStart("tags");
          tags(json, telling);
          json.writeEndArray();
          json.writeStringField("text", HtmlText.of(Sentences.of(telling), TEXT_MAX));
        });
    return new Message(new TreeMap<>(), body);
  }

  /** When that began which is over now. */
  private static Optional<Instant> start(Happening last) {
    return switch (last.occasion()) {
      case SETTLED, ROLLED_BACK -> last.started().filter(last.at()::isAfter);
      case QUEUED, STARTED, WAITING_FOR_APPROVAL, BYPASSED, STUCK, FAILED, CANCELLED ->
          Optional.empty();
    };
  }

  private static void tags(JsonGenerator json, Telling telling) throws IOException {
    json.writeString("slipway");
    if (telling.rehearsal()) {
      json.writeString("test");
      return;
    }
    Happening last = telling.last();
    json.writeString(last.occasion().word());
    for (String tag : Tags.of(last)) {
      json.writeString(tag);
    }
  }
}
