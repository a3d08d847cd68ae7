package dev.slipway.source.cloudevents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import dev.slipway.source.webhook.StandardSignature;
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
  public static final int BODY_SIZE_MAX = 1024 * 1024;

  private static final ObjectReader JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxDocumentLength(BODY_SIZE_MAX)
                          .maxStringLength(BODY_SIZE_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
      JsonNode event = JSON.readTree(body);
      if (!event.isObject()) {
        return malformed(new Reason("body-not-an-object", "The body must be one JSON object."));
      }
      CloudEvent cloudEvent = CloudEvent.of(event);
      return new Recognised(Announcement.in(cloudEvent), cloudEvent.identity());
    } catch (UnusableField e) {
      return malformed(e.reason());
    } catch (IOException _) {
      return malformed(
          new Reason(
              "body-not-readable",
              "The body is not JSON, has a name twice, or is nested deeper than 64 levels."));
    }
  }

  private static Refused malformed(Reason because) {
    return new Refused(Refused.Kind.MALFORMED, because);
  }
}
