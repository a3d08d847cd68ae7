package dev.slipway.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.app.outside.Hook;
import dev.slipway.app.outside.Unexpected;
import dev.slipway.app.outside.Web;
import dev.slipway.model.Sha;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the demo asks of the server, through its public API only. */
final class ShopApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DELIVERY_MAX = Duration.ofSeconds(90);

  private final ServerProcess server;

  ShopApi(ServerProcess server) {
    this.server = server;
  }

  JsonNode addShop(String repository) {
    return post("/api/v1/applications", JSON.createObjectNode().put("repository", repository));
  }

  /** Brings a document in. */
  void apply(String document) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("files").addObject().put("name", "demo.yaml").put("content", document);
    post("/api/v1/documents", body);
  }

  Hook createHook() {
    JsonNode created = post("/api/v1/hooks", JSON.createObjectNode().put("kind", "github"));
    return new Hook(created.path("hook").path("path").asText(), created.path("secret").asText());
  }

  /** Tells the server of a push the way GitHub does, and returns the status it answered with. */
  int hint(Hook hook, String repository, Sha sha) {
    Hook.Message push = hook.push(repository, sha.value());
    return Web.post(server.address().resolve(hook.path()), push.headers(), push.body())
        .map(Web.Answer::status)
        .orElseThrow(() -> new Unexpected("The server did not answer a webhook"));
  }

  /** Waits until the placement's delivery in force is of this commit. */
  JsonNode awaitInForce(String environment, Sha sha) {
    return Patience.until(
        "shop/" + environment + " to run " + sha.abbreviated(),
        DELIVERY_MAX,
        () -> {
          JsonNode placement = placement(environment).orElseGet(JSON::createObjectNode);
          if (placement.path("lastFailure").path("sha").asText().equals(sha.value())) {
            throw new Unexpected(
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

  /** Waits until the delivery of this number is in force. */
  void awaitNumber(String environment, int number) {
    Patience.until(
        "shop/%s#%d to be in force".formatted(environment, number),
        DELIVERY_MAX,
        () ->
            placement(environment)
                .filter(placement -> placement.at("/inForce/number").asInt() == number));
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
            .orElseThrow(() -> new Unexpected("The server did not answer " + path));
    if (answer.status() >= 300) {
      throw new Unexpected(path + " answered " + answer.status() + ": " + answer.body());
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
      throw new Unexpected("Not JSON: " + text);
    }
  }

  static URI url(JsonNode instance) {
    return URI.create(instance.path("details").path("url").asText());
  }
}
