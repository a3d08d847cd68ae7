package dev.slipway.agent.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers as the published API of the key/value engine says, and refuses whatever that does not
 * have: reads of {@code /v1/secret/data/PATH}, of one version or the newest.
 */
final class VaultStandIn implements AutoCloseable {

  static final String TOKEN = "hvs.stand-in";

  private final HttpServer server;
  private final Map<String, List<Optional<String>>> versions = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  Optional<String> namespace = Optional.empty();
  boolean sealed;

  VaultStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next version, as JSON of its fields; absent for one that was deleted. */
  void put(String path, Optional<String> fields) {
    versions.computeIfAbsent(path, _ -> new ArrayList<>()).add(fields);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    try (exchange) {
      if (sealed) {
        send(exchange, 503, "{\"errors\":[\"Vault is sealed\"]}");
      } else if (!isAllowed(exchange)) {
        send(exchange, 403, "{\"errors\":[\"permission denied\"]}");
      } else {
        read(exchange);
      }
    }
  }

  private boolean isAllowed(HttpExchange exchange) {
    return TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))
        && namespace.equals(
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Vault-Namespace")));
  }

  private void read(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String prefix = "/v1/secret/data/";
    Optional<String> query = Optional.ofNullable(exchange.getRequestURI().getQuery());
    if (!exchange.getRequestMethod().equals("GET")
        || query.filter(text -> !text.matches("version=[0-9]+")).isPresent()) {
      send(exchange, 400, "{\"errors\":[\"unsupported\"]}");
      return;
    }
    List<Optional<String>> all =
        path.startsWith(prefix)
            ? versions.getOrDefault(path.substring(prefix.length()), List.of())
            : List.of();
    int number =
        query
            .map(text -> Integer.parseInt(text.substring("version=".length())))
            .filter(asked -> asked > 0)
            .orElseGet(all::size);
    if (number < 1 || number > all.size()) {
      send(exchange, 404, "{\"errors\":[]}");
      return;
    }
    Optional<String> fields = all.get(number - 1);
    String metadata =
        """
        {"created_time":"2018-03-22T02:24:06.945319214Z","custom_metadata":null,\
        "deletion_time":"%s","destroyed":false,"version":%d}\
        """
            .formatted(fields.isPresent() ? "" : "2018-03-22T03:00:00Z", number);
    send(
        exchange,
        fields.isPresent() ? 200 : 404,
        """
        {"request_id":"5a0f","lease_id":"","renewable":false,"lease_duration":0,\
        "data":{"data":%s,"metadata":%s},"wrap_info":null,"warnings":null,"auth":null}\
        """
            .formatted(fields.orElse("null"), metadata));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
