package dev.slipway.source.github;

import dev.slipway.model.Bytes;
import dev.slipway.source.Received;
import dev.slipway.source.Recognition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends bodies to the receiver as GitHub would. */
final class Hooks {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final Bytes SECRET = Bytes.ofUtf8("test-webhook-secret");

  private static final GitHubReceiver RECEIVER = new GitHubReceiver();

  private Hooks() {}

  static byte[] file(String name) {
    try (InputStream file = Hooks.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recognition signed(String event, byte[] body) {
    return send(event, "sha256=" + hmac(body), body);
  }

  static Recognition send(String event, String signature, byte[] body) {
    return send(Map.of("x-github-event", event, "x-hub-signature-256", signature), body, SECRET);
  }

  static Recognition send(Map<String, String> headers, byte[] body, Bytes secret) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return RECEIVER.recognise(new Received(lists, Bytes.of(body)), secret, NOW);
  }

  static String hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.toArray(), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
