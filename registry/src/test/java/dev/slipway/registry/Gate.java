package dev.slipway.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a real registry, passes everything on, and remembers what was asked for. */
public final class Gate implements AutoCloseable {

  private static final List<String> THERE = List.of("Accept", "Content-Type", "Authorization");
  private static final List<String> BACK =
      List.of("Content-Type", "Docker-Content-Digest", "Location", "Link", "WWW-Authenticate");

  private final HttpServer server;
  private final String registry;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> forbidden = new CopyOnWriteArrayList<>();
  private final Map<String, Runnable> before = new ConcurrentHashMap<>();

  private Gate(HttpServer server, String registry) {
    this.server = server;
    this.registry = registry;
  }

  public static Gate before(RealRegistry registry) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Gate gate = new Gate(server, registry.host());
    server.createContext("/", gate::pass);
    // What happens just before a question may ask something itself.
    server.setExecutor(gate.threads);
    server.start();
    return gate;
  }

  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Method and address of all that was asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Does something once, just before what begins like this is passed on. */
  public void justBefore(String question, Runnable happening) {
    before.put(question, happening);
  }

  /** From now on nobody is permitted what begins like this. */
  public void forbid(String question) {
    forbidden.add(question);
  }

  private void pass(HttpExchange exchange) throws IOException {
    String question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(question);
    before.keySet().stream()
        .filter(question::startsWith)
        .toList()
        .forEach(it -> {
          Optional.ofNullable(before.remove(it)).ifPresent(Runnable::run);
        });
    if (forbidden.stream().anyMatch(question::startsWith)) {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
      return;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String name : THERE) {
      List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
      values.forEach(value -> headers.put(name, value));
    }
    Wire.Answer answer =
        Wire.send(
            exchange.getRequestMethod(),
            "http://" + registry + exchange.getRequestURI(),
            headers,
            exchange.getRequestBody().readAllBytes());
    BACK.forEach(
        name -> answer.header(name).ifPresent(it -> exchange.getResponseHeaders().set(name, it)));
    boolean empty = answer.body().size() == 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().size());
    if (!empty) {
      exchange.getResponseBody().write(answer.body().toArray());
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
