package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client of the public API that knows nothing of the server's inside. */
final class Api {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI address;
  private final String token;

  Api(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /** A status and a body. */
  record Answer(int status, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException notJson) {
        throw new UncheckedIOException(body, notJson);
      }
    }
  }

  /** An address for webhooks and the secret that signs them. */
  record Hook(String path, String secret) {}

  JsonNode addApplication(String repository) {
    return ok(post("/api/v1/applications", JSON.createObjectNode().put("repository", repository)));
  }

  Hook openHook(String kind) {
    JsonNode created = ok(post("/api/v1/hooks", JSON.createObjectNode().put("kind", kind)));
    return new Hook(created.path("hook").path("path").asText(), created.path("secret").asText());
  }

  /** Applies documents. */
  JsonNode apply(String... documents) {
    ObjectNode body = JSON.createObjectNode();
    for (String document : documents) {
      body.withArray("files")
          .addObject()
          .put("name", body.path("files").size() + ".yaml")
          .put("content", document);
    }
    return ok(post("/api/v1/documents", body));
  }

  /** Makes a token with which one agent may enrol. */
  String joinToken(String environment, String target) {
    String path = "/api/v1/environments/" + environment + "/targets/" + target + "/join-tokens";
    return ok(post(path, JSON.createObjectNode())).path("secret").asText();
  }

  /** A push as GitHub would tell of it; {@code delivery} is the unsigned id of the delivery. */
  Answer push(
      Hook hook, String repository, String ref, String before, String after, String delivery) {
    ObjectNode payload =
        JSON.createObjectNode().put("ref", ref).put("before", before).put("after", after);
    payload.put("deleted", false).put("created", false).put("forced", false);
    payload
        .putObject("repository")
        .put("full_name", "trial/shop")
        .put("clone_url", repository)
        .put("html_url", repository);
    payload.putArray("commits");
    return github(hook, "push", payload.toString(), delivery);
  }

  Answer github(Hook hook, String event, String body, String delivery) {
    return send(
        "POST",
        hook.path(),
        Map.of(
            "Content-Type",
            "application/json",
            "X-GitHub-Event",
            event,
            "X-GitHub-Delivery",
            delivery,
            "X-Hub-Signature-256",
            "sha256=" + hmac(hook.secret(), body)),
        body);
  }

  /** The header that says who asks. */
  Map<String, String> authorised() {
    return Map.of("Authorization", "Bearer " + token);
  }

  JsonNode get(String path) {
    return ok(send("GET", path, authorised(), ""));
  }

  Optional<JsonNode> find(String path) {
    Answer answer = send("GET", path, authorised(), "");
    return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
  }

  Answer post(String path, JsonNode body) {
    return wish("POST", path, body.toString());
  }

  /** Asks for a change, under a key of its own; {@code body} may be empty. */
  Answer wish(String method, String path, String body) {
    Map<String, String> headers = new HashMap<>(authorised());
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    return send(method, path, headers, body);
  }

  JsonNode placement(String application, String environment) {
    return get("/api/v1/applications/" + application + "/environments/" + environment);
  }

  /** Waits until the placement is as wanted, and returns it. */
  JsonNode await(String application, String environment, Predicate<JsonNode> wanted) {
    String path = "/api/v1/applications/" + application + "/environments/" + environment;
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode last = JSON.createObjectNode();
    while (System.nanoTime() < end) {
      last = find(path).orElse(last);
      if (wanted.test(last)) {
        return last;
      }
      Pause.briefly();
    }
    throw new AssertionError(path + " never became as wanted; it is " + last);
  }

  JsonNode awaitInForce(String application, String environment, String sha) {
    return await(
        application,
        environment,
        placement -> placement.path("inForce").path("sha").asText().equals(sha));
  }

  /** Waits until the items of a list are as wanted. */
  void awaitList(String path, Predicate<List<JsonNode>> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode last = get(path);
    while (!wanted.test(last.path("items").valueStream().toList())) {
      if (System.nanoTime() > end) {
        throw new AssertionError(path + " never became as wanted; it is " + last);
      }
      Pause.briefly();
      last = get(path);
    }
  }

  /** The commits of all shipments of an application, oldest first. */
  List<String> shipped(String application) {
    JsonNode page = get("/api/v1/shipments?limit=100&application=" + application);
    return page.path("items")
        .valueStream()
        .map(shipment -> shipment.path("sha").asText())
        .toList()
        .reversed();
  }

  /** Waits until no event is without a settlement. */
  void awaitQuiet() {
    awaitList(
        "/api/v1/events?limit=100",
        events ->
            events.stream()
                .noneMatch(event -> event.path("settlement").asText().equals("pending")));
  }

  Answer send(String method, String path, Map<String, String> headers, String body) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address.resolve(path).toURL().openConnection();
      connection.setRequestMethod(method);
      connection.setConnectTimeout(10_000);
      connection.setReadTimeout(30_000);
      headers.forEach(connection::setRequestProperty);
      if (!body.isEmpty()) {
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      }
      int status = connection.getResponseCode();
      try (InputStream in =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        return new Answer(
            status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      return new Answer(0, failure.toString());
    }
  }

  private static JsonNode ok(Answer answer) {
    if (answer.status() < 200 || answer.status() > 299) {
      throw new AssertionError(answer.toString());
    }
    return answer.json();
  }

  static String hmac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
