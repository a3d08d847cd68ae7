package dev.slipway.outlet.webhook;

import dev.slipway.outlet.Message;
import dev.slipway.outlet.Outlet;
import dev.slipway.outlet.Telling;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A message with an id, a time and a signature over both and its exact bytes, so that a receiver
 * can tell who sent it, that it is fresh, and that it came before. Pure; thread-safe.
 *
 * @param secret absent where messages are not signed
 */
public record WebhookOutlet(Optional<WebhookSecret> secret) implements Outlet {

  @Override
  public Message message(Telling telling, Instant now) {
    String body = WebhookBody.of(telling);
    String timestamp = Long.toString(now.getEpochSecond());
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("webhook-id", telling.id());
    headers.put("webhook-timestamp", timestamp);
    secret.ifPresent(
        key -> headers.put("webhook-signature", key.sign(telling.id(), timestamp, body)));
    return new Message(headers, body);
  }
}
