package dev.slipway.outlet.webhook;

import dev.slipway.outlet.Message;
import dev.slipway.outlet.Outlet;
import dev.slipway.outlet.StandardWebhook;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.WebhookSecret;
import java.time.Instant;
import java.util.Optional;

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
    return new Message(StandardWebhook.headers(telling.id(), now, body, secret), body);
  }
}
