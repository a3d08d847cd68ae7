package dev.slipway.source.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.source.Received;
import dev.slipway.source.Recognition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends events as a well-behaved sender would. */
final class Senders {

  static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

  /** The documented example secret of Standard Webhooks. */
  static final Bytes SECRET = Bytes.ofUtf8("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private static final EventsReceiver RECEIVER = new EventsReceiver();

  private Senders() {}

  static String file(String name) {
    try (InputStream file = Senders.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recognition signed(String body) {
    return send("msg_1", "1614265330", "v1," + hmac("msg_1.1614265330." + body), body);
  }

  static Recognition send(String id, String timestamp, String signature, String body) {
    return RECEIVER.recognise(
        new Received(
            Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(timestamp),
                "webhook-signature", List.of(signature)),
            Bytes.ofUtf8(body)),
        SECRET,
        NOW);
  }

  static String hmac(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(SECRET.utf8().substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
