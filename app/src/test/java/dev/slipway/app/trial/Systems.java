package dev.slipway.app.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.outlet.cdevents.CloudEventForm;
import dev.slipway.outlet.grafana.GrafanaForm;
import dev.slipway.outlet.sentry.SentryForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Systems that know deliveries, at one address. Each answers as its own description says, Sentry
 * with 208 where it has the release, and takes what the strict stand-in of its room takes; what it
 * does not take fails the trial.
 */
final class Systems implements AutoCloseable {

  static final String RELEASES = "/sentry/api/0/organizations/acme/releases/";
  static final String TOKEN = "canary-3c1d-of-a-system";

  private static final String DEPLOYS = RELEASES + "[0-9a-f]{40}/deploys/";

  /** What one of them took. */
  record Taken(String path, JsonNode body) {}

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private Systems(HttpServer server) {
    this.server = server;
  }

  static Systems start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Systems systems = new Systems(server);
      server.createContext("/", systems::hear);
      server.start();
      return systems;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was taken under a path, in order. */
  synchronized List<JsonNode> at(String path) {
    if (!faults.isEmpty()) {
      throw new AssertionError(faults.toString());
    }
    return taken.stream().filter(it -> it.path().equals(path)).map(Taken::body).toList();
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Answer answer = answer(exchange, body);
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Answer answer(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    try {
      expect(!Sweep.isIn(body), "it tells no secret");
      expect("POST".equals(exchange.getRequestMethod()), "the method is POST");
      boolean isKnown = taken.stream().anyMatch(it -> it.path().equals(path));
      taken.add(new Taken(path, read(exchange, path, body)));
      return path.equals(RELEASES) && isKnown ? new Answer(208, "{}") : new Answer(201, "{}");
    } catch (AssertionError refused) {
      faults.add(path + ": " + refused.getMessage());
      return new Answer(400, "{}");
    }
  }

  private static JsonNode read(HttpExchange exchange, String path, String body) {
    return switch (path) {
      case "/grafana/api/annotations" -> {
        isJson(exchange, "application/json");
        isBearer(exchange);
        yield GrafanaForm.take(body);
      }
      case "/cdevents" -> {
        isJson(exchange, "application/cloudevents+json");
        expect("shop".equals(header(exchange, "X-Team")), "our header is there");
        expect(TOKEN.equals(header(exchange, "X-Token")), "the secret one, too");
        expect(Listener.isSigned(exchange, body), "it is signed");
        yield CloudEventForm.take(body);
      }
      case RELEASES -> {
        isJson(exchange, "application/json");
        isBearer(exchange);
        yield SentryForm.takeRelease(body);
      }
      default -> {
        expect(path.matches(DEPLOYS), "there is nothing at " + path);
        isJson(exchange, "application/json");
        isBearer(exchange);
        yield SentryForm.takeDeploy(body);
      }
    };
  }

  private static void isJson(HttpExchange exchange, String type) {
    expect(type.equals(header(exchange, "Content-Type")), "the type is " + type);
  }

  private static void isBearer(HttpExchange exchange) {
    expect(("Bearer " + TOKEN).equals(header(exchange, "Authorization")), "the token is there");
  }

  private static void expect(boolean so, String what) {
    if (!so) {
      throw new AssertionError("Not so: " + what);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
