package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What lies between an agent and its server: it carries requests, can be cut, remembers the orders
 * that went through, and can bring an old one again, as the server signed it.
 */
final class Relay implements AutoCloseable {

  private static final Set<String> CARRIED =
      Set.of("content-type", "slipway-agent", "slipway-timestamp", "slipway-signature");

  private final URI server;
  private final HttpServer relay;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();
  private final List<String> orders = new CopyOnWriteArrayList<>();
  private final List<String> again = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  Relay(URI server) {
    this.server = server;
    try {
      relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    relay.createContext("/", this::carry);
    relay.setExecutor(threads);
    relay.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + relay.getAddress().getPort());
  }

  /** From now on nothing comes through, nor what is under way. */
  void cut() {
    cut = true;
    open.forEach(HttpURLConnection::disconnect);
  }

  void mend() {
    cut = false;
  }

  /** The orders that were carried, oldest first, as the server signed them. */
  List<String> orders() {
    return List.copyOf(orders);
  }

  /** Brings an order with every answer from now on. */
  void bringAgain(String order) {
    again.add(order);
  }

  private void carry(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (cut) {
        return;
      }
      HttpURLConnection connection =
          (HttpURLConnection) server.resolve(exchange.getRequestURI()).toURL().openConnection();
      open.add(connection);
      try {
        answer(exchange, connection, body);
      } finally {
        open.remove(connection);
      }
    }
  }

  private void answer(HttpExchange exchange, HttpURLConnection connection, byte[] body)
      throws IOException {
    connection.setRequestMethod(exchange.getRequestMethod());
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (CARRIED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            connection.setRequestProperty(name, values.getFirst());
          }
        });
    if (body.length > 0) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] answer = in == null ? new byte[0] : in.readAllBytes();
      boolean sync = exchange.getRequestURI().getPath().endsWith("/sync") && status == 200;
      byte[] carried = sync ? with(answer) : answer;
      if (!cut) {
        exchange.sendResponseHeaders(status, carried.length == 0 ? -1 : carried.length);
        exchange.getResponseBody().write(carried);
      }
    }
  }

  private byte[] with(byte[] answer) throws IOException {
    ObjectNode sync = (ObjectNode) Api.JSON.readTree(answer);
    sync.path("orders").valueStream().map(JsonNode::asText).forEach(orders::add);
    again.forEach(order -> sync.withArray("orders").add(order));
    return sync.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    cut();
    relay.stop(0);
    threads.shutdownNow();
  }
}
