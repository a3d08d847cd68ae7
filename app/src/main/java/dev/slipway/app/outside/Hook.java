package dev.slipway.app.outside;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An address for webhooks, and the secret that signs them. */
public record Hook(String path, String secret) {

  private static final String HMAC = "HmacSHA256";
  private static final String SECRET_PREFIX = "whsec_";

  /** What is sent: a body with the headers that prove it. */
  public record Message(Map<String, String> headers, String body) {}

  /**
   * A CloudEvent that names a commit, signed as Standard Webhooks say; each is another event. All
   * parts are put in as they are, so they must not need escaping.
   */
  public Message event(String type, String application, String sha, long epochSeconds) {
    String id = UUID.randomUUID().toString();
    String body =
        """
        {"specversion":"1.0","id":"%s","source":"https://ci.example.org/sample","type":"%s",\
        "data":{"application":"%s","sha":"%s"}}\
        """
            .formatted(id, type, application, sha);
    String text = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : "";
    byte[] key =
        text.isEmpty() ? secret.getBytes(StandardCharsets.UTF_8) : Base64.getDecoder().decode(text);
    byte[] signature = hmac(key, id + "." + epochSeconds + "." + body);
    return new Message(
        Map.of(
            "Content-Type",
            "application/cloudevents+json",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(epochSeconds),
            "webhook-signature",
            "v1," + Base64.getEncoder().encodeToString(signature)),
        body);
  }

  /** What GitHub sends after a push to main. */
  public Message push(String repository, String sha) {
    String body =
        """
        {"ref":"refs/heads/main","before":"%s","after":"%s","deleted":false,"commits":[],\
        "repository":{"full_name":"sample/sample","clone_url":"%s","html_url":"%s"}}\
        """
            .formatted("0".repeat(40), sha, repository, repository);
    byte[] signature = hmac(secret.getBytes(StandardCharsets.UTF_8), body);
    return new Message(
        Map.of(
            "Content-Type",
            "application/json",
            "X-GitHub-Event",
            "push",
            "X-GitHub-Delivery",
            UUID.randomUUID().toString(),
            "X-Hub-Signature-256",
            "sha256=" + HexFormat.of().formatHex(signature)),
        body);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", impossible);
    }
  }
}
