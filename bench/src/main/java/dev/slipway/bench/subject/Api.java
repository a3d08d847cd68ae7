package dev.slipway.bench.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.app.outside.Hook;
import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Connection;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Asks a server through its public API. Not thread-safe. */
public final class Api implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final String token;

  private Api(Connection connection, String token) {
    this.connection = connection;
    this.token = token;
  }

  public static Api at(URI address, String token) {
    try {
      return new Api(Connection.to(address), token);
    } catch (IOException failure) {
      throw new BenchFailed("The server cannot be reached", failure);
    }
  }

  public Map<String, String> credentials() {
    return Map.of("Authorization", "Bearer " + token);
  }

  public void addApplication(String repository) {
    post("/api/v1/applications", JSON.createObjectNode().put("repository", repository));
  }

  public Hook createHook(String kind) {
    JsonNode created = post("/api/v1/hooks", JSON.createObjectNode().put("kind", kind));
    return new Hook(created.path("hook").path("path").asText(), created.path("secret").asText());
  }

  public void deploy(String application, String environment, String sha) {
    post(
        "/api/v1/applications/" + application + "/deploy",
        JSON.createObjectNode().put("environment", environment).put("revision", sha));
  }

  /** Brings documents in. */
  public void apply(String... documents) {
    ObjectNode body = JSON.createObjectNode();
    for (String document : documents) {
      body.withArray("files")
          .addObject()
          .put("name", body.path("files").size() + ".yaml")
          .put("content", document);
    }
    post("/api/v1/documents", body);
  }

  /** An agent at a target that does nothing, and says that it is done. */
  public IdleAgent joinIdle(
      Folder folder, URI server, String environment, String target, InstantSource clock) {
    String path = "/api/v1/environments/" + environment + "/targets/" + target + "/join-tokens";
    String token = post(path, JSON.createObjectNode()).path("secret").asText();
    return IdleAgent.joined(folder, server, token, clock);
  }

  /** How many deliveries of all environments wait or are under way. */
  public JsonNode get(String path) {
    return asked("GET", path, credentials(), "");
  }

  private JsonNode post(String path, ObjectNode body) {
    Map<String, String> headers =
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            UUID.randomUUID().toString());
    return asked("POST", path, headers, body.toString());
  }

  private JsonNode asked(String method, String path, Map<String, String> headers, String body) {
    try {
      Connection.Answer answer = connection.ask(method, path, headers, body);
      if (answer.status() >= 300) {
        throw new BenchFailed(path + " answered " + answer.status() + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new BenchFailed(path + " did not answer with JSON", notJson);
    } catch (IOException failure) {
      throw new BenchFailed(path + " was not answered", failure);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
