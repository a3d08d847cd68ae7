package dev.slipway.outlet;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Standard Webhooks put beside a body: an id, the time of sending and a signature over both
 * and the exact bytes, so that a receiver can tell who sent it, that it is fresh, and that it came
 * before. Stateless.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
public final class StandardWebhook {

  private StandardWebhook() {}

  /**
   * The headers.
   *
   * @param id the same each time that the body is sent
   * @param secret absent where bodies are not signed
   */
  public static SortedMap<String, String> headers(
      String id, Instant now, String body, Optional<WebhookSecret> secret) {
    String timestamp = Long.toString(now.getEpochSecond());
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", timestamp);
    secret.ifPresent(key -> headers.put("webhook-signature", key.sign(id, timestamp, body)));
    return headers;
  }
}
