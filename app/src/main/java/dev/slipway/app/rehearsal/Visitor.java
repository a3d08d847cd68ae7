package dev.slipway.app.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.app.demo.Web;
import dev.slipway.model.Sha;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who asks a server over HTTP: a person, a Git host and a build system in one. */
record Visitor(URI server, String token, InstantSource clock) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An address for webhooks, and the secret that signs them. */
  record Hook(String path, String secret) {}

  Hook hook(String kind) {
    JsonNode made = post("/api/v1/hooks", JSON.createObjectNode().put("kind", kind));
    return new Hook(made.path("hook").path("path").asText(), made.path("secret").asText());
  }

  void addApplication(String repository) {
    post("/api/v1/applications", JSON.createObjectNode().put("repository", repository));
  }

  /** Asks for a deploy, and is answered when it is decided, not when it is done. */
  void deploy(String application, String environment, Sha sha) {
    post(
        "/api/v1/applications/" + application + "/deploy",
        JSON.createObjectNode().put("environment", environment).put("revision", sha.value()));
  }

  JsonNode get(String path) {
    return read(path, Web.get(server.resolve(path), credentials()).orElseThrow());
  }

  /** Tells of a push as GitHub does. */
  void tellOfPush(Hook hook, String repository, Sha sha) {
    ObjectNode body = JSON.createObjectNode().put("ref", "refs/heads/main").put("deleted", false);
    body.put("before", "0".repeat(40)).put("after", sha.value()).putArray("commits");
    body.putObject("repository")
        .put("full_name", "rehearsal/rehearsal")
        .put("clone_url", repository)
        .put("html_url", repository);
    send(
        hook,
        body.toString(),
        Map.of(
            "Content-Type",
            "application/json",
            "X-GitHub-Event",
            "push",
            "X-GitHub-Delivery",
            UUID.randomUUID().toString(),
            "X-Hub-Signature-256",
            "sha256="
                + HexFormat.of().formatHex(hmac(hook.secret().getBytes(UTF_8), body.toString()))));
  }

  /** Tells of a build as a CloudEvent, signed as Standard Webhooks say. */
  void tellOfBuild(Hook hook, String type, String application, Sha sha) {
    String id = UUID.randomUUID().toString();
    ObjectNode event = JSON.createObjectNode().put("specversion", "1.0").put("id", id);
    event.put("source", "https://ci.example.org/rehearsal").put("type", type);
    event.putObject("data").put("application", application).put("sha", sha.value());
    String now = Long.toString(clock.instant().getEpochSecond());
    byte[] key = Base64.getDecoder().decode(hook.secret().replaceFirst("^whsec_", ""));
    byte[] signature = hmac(key, id + "." + now + "." + event);
    send(
        hook,
        event.toString(),
        Map.of(
            "Content-Type",
            "application/cloudevents+json",
            "webhook-id",
            id,
            "webhook-timestamp",
            now,
            "webhook-signature",
            "v1," + Base64.getEncoder().encodeToString(signature)));
  }

  private void send(Hook hook, String body, Map<String, String> headers) {
    read(hook.path(), Web.post(server.resolve(hook.path()), headers, body).orElseThrow());
  }

  private JsonNode post(String path, ObjectNode body) {
    Map<String, String> headers = new HashMap<>(credentials());
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    return read(path, Web.post(server.resolve(path), headers, body.toString()).orElseThrow());
  }

  private Map<String, String> credentials() {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static JsonNode read(String path, Web.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException(path + " did not answer with JSON", notJson);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", impossible);
    }
  }
}
