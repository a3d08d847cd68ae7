package dev.slipway.outlet.slack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Outlet;
import dev.slipway.outlet.Telling;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.TreeMap;

/**
 * A line of plain text: no markup, no mention, no link, whatever strings from outside say. Pure;
 * thread-safe.
 */
public final class SlackOutlet implements Outlet {

  private static final int TEXT_MAX = 2900;
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public Message message(Telling telling, Instant now) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("text", PlainText.of(Sentences.of(telling), TEXT_MAX));
      json.writeBooleanField("mrkdwn", false);
      json.writeStringField("parse", "none");
      json.writeBooleanField("link_names", false);
      json.writeBooleanField("unfurl_links", false);
      json.writeBooleanField("unfurl_media", false);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Message(new TreeMap<>(), body.toString());
  }
}
