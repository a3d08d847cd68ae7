package dev.slipway.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.model.Sha;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the demo asks of the server, through its public API only. */
final class ShopApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DELIVERY_MAX = Duration.ofSeconds(90);

  private final ServerProcess server;

  ShopApi(ServerProcess server) {
    this.server = server;
  }

  /** An address for webhooks and the secret that signs them. */
  record Hook(String path, String secret) {}

  JsonNode addShop(String repository) {
    return post("/api/v1/applications", JSON.createObjectNode().put("repository", repository));
  }

  Hook createHook() {
    JsonNode created = post("/api/v1/hooks", JSON.createObjectNode().put("kind", "github"));
    return new Hook(created.path("hook").path("path").asText(), created.path("secret").asText());
  }

  /** Tells the server of a push the way GitHub does, and returns the status it answered with. */
  int hint(Hook hook, String repository, Sha sha) {
    ObjectNode payload = JSON.createObjectNode().put("ref", "refs/heads/main");
    payload.put("before", "0".repeat(40)).put("after", sha.value()).put("deleted", false);
    payload
        .putObject("repository")
        .put("full_name", "demo/shop")
        .put("clone_url", repository)
        .put("html_url", repository);
    payload.putArray("commits");
    String body = payload.toString();
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "X-GitHub-Event",
            "push",
            "X-GitHub-Delivery",
            UUID.randomUUID().toString(),
            "X-Hub-Signature-256",
            "sha256=" + hmac(hook.secret(), body));
    return Web.post(server.address().resolve(hook.path()), headers, body)
        .map(Web.Answer::status)
        .orElseThrow(() -> new DemoFailed("The server did not answer a webhook"));
  }

  /** Waits until the placement's delivery in force is of this commit. */
  JsonNode awaitInForce(String environment, Sha sha) {
    return Patience.until(
        "shop/" + environment + " to run " + sha.abbreviated(),
        DELIVERY_MAX,
        () -> {
          JsonNode placement = placement(environment).orElseGet(JSON::createObjectNode);
          if (placement.path("lastFailure").path("sha").asText().equals(sha.value())) {
            throw new DemoFailed(
                "shop/"
                    + environment
                    + " failed: "
                    + placement.path("lastFailure").path("because").path("sentence").asText());
          }
          return placement.path("inForce").path("sha").asText().equals(sha.value())
              ? Optional.of(placement)
              : Optional.empty();
        });
  }

  JsonNode awaitFailure(String environment, Sha sha) {
    return Patience.until(
        "shop/" + environment + " to fail " + sha.abbreviated(),
        DELIVERY_MAX,
        () ->
            placement(environment)
                .map(placement -> placement.path("lastFailure"))
                .filter(failure -> failure.path("sha").asText().equals(sha.value())));
  }

  Optional<JsonNode> placement(String environment) {
    return get("/api/v1/applications/shop/environments/" + environment);
  }

  /** The one running instance of the shop in an environment, as its target reports it. */
  JsonNode instance(String environment) {
    int number = placement(environment).orElseThrow().path("inForce").path("number").asInt();
    JsonNode delivery =
        get("/api/v1/applications/shop/environments/" + environment + "/deliveries/" + number)
            .orElseThrow();
    return delivery.path("members").path(0).path("instances").path(0);
  }

  private Optional<JsonNode> get(String path) {
    return Web.get(server.address().resolve(path), credentials())
        .filter(answer -> answer.status() == 200)
        .map(answer -> read(answer.body()));
  }

  private JsonNode post(String path, JsonNode body) {
    Map<String, String> headers = new java.util.HashMap<>(credentials());
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    Web.Answer answer =
        Web.post(server.address().resolve(path), headers, body.toString())
            .orElseThrow(() -> new DemoFailed("The server did not answer " + path));
    if (answer.status() >= 300) {
      throw new DemoFailed(path + " answered " + answer.status() + ": " + answer.body());
    }
    return read(answer.body());
  }

  private Map<String, String> credentials() {
    return Map.of("Authorization", "Bearer " + server.token());
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new DemoFailed("Not JSON: " + text);
    }
  }

  static URI url(JsonNode instance) {
    return URI.create(instance.path("details").path("url").asText());
  }

  private static String hmac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
