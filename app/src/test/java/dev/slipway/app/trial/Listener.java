package dev.slipway.app.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody who is told of what happens, and is strict: each message is a POST of JSON, signed with
 * the secret over its exact bytes where it goes to {@code /hook}, and a line of text and nothing
 * else where it goes to {@code /slack/}.
 */
final class Listener implements AutoCloseable {

  static final String TOKEN = "Bearer canary-70b5 / of a receiver";

  private static final byte[] KEY = "canary-516e / what signs".getBytes(UTF_8);
  static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

  private final HttpServer server;
  private final List<String> arrived = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private volatile int status = 204;

  private Listener(HttpServer server) {
    this.server = server;
  }

  static Listener start() {
    return at(0);
  }

  static Listener at(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      Listener listener = new Listener(server);
      server.createContext("/", listener::hear);
      server.start();
      return listener;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Answers so from now on. */
  void answer(int with) {
    status = with;
  }

  /** What arrived, each as its type, or as its text in Slack. */
  synchronized List<String> arrived() {
    if (!faults.isEmpty()) {
      throw new AssertionError(faults.toString());
    }
    return List.copyOf(arrived);
  }

  synchronized List<String> ids() {
    return List.copyOf(ids);
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    int answered = status;
    if (answered < 300) {
      take(exchange, body);
    }
    exchange.sendResponseHeaders(answered, -1);
    exchange.close();
  }

  private synchronized void take(HttpExchange exchange, String body) throws IOException {
    JsonNode json = Api.JSON.readTree(body);
    expect(!Sweep.isIn(body), "it tells no secret");
    expect("POST".equals(exchange.getRequestMethod()), "the method is POST");
    expect("application/json".equals(header(exchange, "Content-Type")), "it is JSON");
    if (exchange.getRequestURI().getPath().startsWith("/slack/")) {
      expect(!body.contains("<"), "there is no markup");
      arrived.add(json.path("text").asText());
    } else {
      expect("shop".equals(header(exchange, "X-Team")), "our header is there");
      expect(TOKEN.equals(header(exchange, "Authorization")), "the secret one, too");
      expect(isSigned(exchange, body), "it is signed");
      ids.add(header(exchange, "webhook-id"));
      arrived.add(
          json.path("type").asText()
              + (json.at("/data/delivery").isMissingNode()
                  ? ""
                  : " #" + json.at("/data/delivery").asInt()));
    }
  }

  private void expect(boolean so, String what) {
    if (!so) {
      faults.add(what);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  /** Whether a body is signed with the secret, by the headers of Standard Webhooks. */
  static boolean isSigned(HttpExchange exchange, String body) {
    return signature(header(exchange, "webhook-id"), header(exchange, "webhook-timestamp"), body)
        .equals(header(exchange, "webhook-signature"));
  }

  private static String signature(String id, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
