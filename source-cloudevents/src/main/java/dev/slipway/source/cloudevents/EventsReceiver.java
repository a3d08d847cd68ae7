package dev.slipway.source.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import dev.slipway.source.webhook.StandardSignature;
import dev.slipway.source.webhook.WholeBody;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Recognises CloudEvents 1.0 in the structured JSON mode, signed as Standard Webhooks say. The
 * signature covers the body only, so the binary mode, whose attributes are headers, is refused:
 * anybody on the way could give an old body a new id. Immutable and thread-safe.
 *
 * @see <a href="https://github.com/cloudevents/spec">CloudEvents</a>
 */
public final class EventsReceiver implements Receiver {

  /** The largest body, in bytes. */
  public static final int BODY_SIZE_MAX = WholeBody.SIZE_MAX;

  @Override
  public String kind() {
    return "events";
  }

  @Override
  public Recognition recognise(Received received, Bytes secret, Instant now) {
    byte[] body = received.body().toArray();
    if (body.length > BODY_SIZE_MAX) {
      return malformed(new Reason("body-too-large", "The body is larger than 1 MiB."));
    }
    Optional<Reason> unauthentic = StandardSignature.judge(received, body, secret, now);
    if (unauthentic.isPresent()) {
      return new Refused(Refused.Kind.UNAUTHENTIC, unauthentic.get());
    }
    if (received.headers().containsKey("ce-specversion")) {
      return malformed(
          new Reason(
              "binary-mode",
              "The signature does not cover ce- headers; send the event as one JSON object."));
    }
    return understand(body);
  }

  private static Recognition understand(byte[] body) {
    try {
      JsonNode event = WholeBody.read(body);
      if (!event.isObject()) {
        return malformed(new Reason("body-not-an-object", "The body must be one JSON object."));
      }
      CloudEvent cloudEvent = CloudEvent.of(event);
      return new Recognised(Announcement.in(cloudEvent), cloudEvent.identity());
    } catch (UnusableField e) {
      return malformed(e.reason());
    } catch (IOException _) {
      return malformed(new Reason("body-not-readable", WholeBody.UNREADABLE));
    }
  }

  private static Refused malformed(Reason because) {
    return new Refused(Refused.Kind.MALFORMED, because);
  }
}
