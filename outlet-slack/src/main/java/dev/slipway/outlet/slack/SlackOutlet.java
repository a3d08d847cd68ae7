package dev.slipway.outlet.slack;

import dev.slipway.outlet.JsonBody;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Outlet;
import dev.slipway.outlet.Sentences;
import dev.slipway.outlet.Telling;
import java.time.Instant;
import java.util.TreeMap;

/**
 * A line of plain text: no markup, no mention, no link, whatever strings from outside say. Pure;
 * thread-safe.
 */
public final class SlackOutlet implements Outlet {

  private static final int TEXT_MAX = 2900;

  @Override
  public Message message(Telling telling, Instant now) {
    String body =
        JsonBody.of(json -> {
          json.writeStringField("text", PlainText.of(Sentences.of(telling), TEXT_MAX));
          json.writeBooleanField("mrkdwn", false);
          json.writeStringField("parse", "none");
          json.writeBooleanField("link_names", false);
          json.writeBooleanField("unfurl_links", false);
          json.writeBooleanField("unfurl_media", false);
        });
    return new Message(new TreeMap<>(), body);
  }
}
