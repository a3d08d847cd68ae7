package dev.slipway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that answers by the contract alone, and remembers every request that the contract does
 * not allow. Each operation is answered with a whole sample unless a test says otherwise.
 */
final class StubServer implements AutoCloseable {

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpServer server;
  private final List<String> breaches = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();

  private record Answer(int status, String type, String body, Map<String, String> headers) {
    Answer(int status, String type, String body) {
      this(status, type, body, Map.of());
    }
  }

  StubServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What of all requests so far the contract does not allow. */
  List<String> breaches() {
    return breaches;
  }

  /** The queries asked with, in order; empty ones left out. */
  List<String> queries() {
    return queries;
  }

  /** The operations asked for, in order. */
  List<String> asked() {
    return asked;
  }

  List<JsonNode> bodies() {
    return bodies;
  }

  List<String> keys() {
    return keys;
  }

  /** Answers an operation with these bodies in turn, the last of them for ever. */
  void answer(String operation, JsonNode... bodies) {
    for (JsonNode body : bodies) {
      queue(operation, new Answer(0, "application/json", body.toString()));
    }
  }

  /** Answers an operation with a problem. */
  void refuse(String operation, int status, JsonNode problem) {
    queue(operation, new Answer(status, "application/problem+json", problem.toString()));
  }

  /** The next part of a log, in Latin 1. */
  void log(String text, long offset, boolean finished) {
    Map<String, String> headers =
        Map.of(
            "Slipway-Log-Offset", Long.toString(offset),
            "Slipway-Log-Next", Long.toString(offset + text.length()),
            "Slipway-Log-Size", Long.toString(offset + text.length()),
            "Slipway-Log-Dropped", "0",
            "Slipway-Log-Finished", Boolean.toString(finished));
    queue("readLog", new Answer(0, "application/octet-stream", text, headers));
  }

  /** Each connection to the change stream gets the next of these texts and is then cut. */
  void stream(String... texts) {
    for (String text : texts) {
      queue("streamChanges", new Answer(0, "text/event-stream", text));
    }
  }

  private void queue(String operation, Answer answer) {
    answers.computeIfAbsent(operation, _ -> new ArrayDeque<>()).add(answer);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      Optional<Contract.Operation> operation = Contract.find(exchange.getRequestMethod(), path);
      if (operation.isEmpty()) {
        breaches.add("no operation for " + exchange.getRequestMethod() + " " + path);
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      check(exchange, operation.get());
      asked.add(operation.get().id());
      Answer answer = next(operation.get());
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      int status = answer.status() == 0 ? operation.get().status() : answer.status();
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body =
          answer
              .body()
              .getBytes(
                  answer.headers().isEmpty()
                      ? StandardCharsets.UTF_8
                      : StandardCharsets.ISO_8859_1);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer next(Contract.Operation operation) {
    Deque<Answer> queue = answers.getOrDefault(operation.id(), new ArrayDeque<>());
    if (queue.isEmpty()) {
      return new Answer(
          0, "application/json", operation.sample().map(JsonNode::toString).orElse(""));
    }
    return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
  }

  private void check(HttpExchange exchange, Contract.Operation operation) throws IOException {
    String credential = exchange.getRequestHeaders().getFirst("Authorization");
    if (!operation.isOpen() && !"Bearer secret".equals(credential)) {
      breaches.add(operation.id() + " was asked for without the token");
    }
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    if (!query.isEmpty()) {
      queries.add(query);
    }
    for (String parameter : query.split("&", -1)) {
      String name = parameter.replaceFirst("=.*", "");
      if (!name.isEmpty() && !operation.takes("query", name)) {
        breaches.add(operation.id() + " does not take ?" + name);
      }
    }
    Optional<String> key =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    key.ifPresent(keys::add);
    if (operation.takes("header", "Idempotency-Key") && key.isEmpty()) {
      breaches.add(operation.id() + " was wished for without an idempotency key");
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    Optional<JsonNode> schema = operation.bodySchema();
    if (schema.isPresent() != body.length > 0) {
      breaches.add(operation.id() + (body.length > 0 ? " takes no body" : " needs a body"));
    } else if (schema.isPresent()) {
      JsonNode tree = json.readTree(body);
      bodies.add(tree);
      breaches.addAll(Contract.misfits(operation.id(), tree, schema.get()));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
