package dev.slipway.app.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.app.outside.Hook;
import dev.slipway.app.outside.Web;
import dev.slipway.model.Sha;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody who asks a server over HTTP: a person, a Git host and a build system in one. */
record Visitor(URI server, String token, InstantSource clock) {

  private static final ObjectMapper JSON = new ObjectMapper();

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
    send(hook, hook.push(repository, sha.value()));
  }

  /** Tells of a build as a signed CloudEvent. */
  void tellOfBuild(Hook hook, String type, String application, Sha sha) {
    send(hook, hook.event(type, application, sha.value(), clock.instant().getEpochSecond()));
  }

  private void send(Hook hook, Hook.Message message) {
    read(
        hook.path(),
        Web.post(server.resolve(hook.path()), message.headers(), message.body()).orElseThrow());
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
}
