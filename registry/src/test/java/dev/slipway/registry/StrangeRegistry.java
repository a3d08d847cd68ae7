package dev.slipway.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A registry that answers whatever a test has it answer, with other hosts beside it that it may
 * send people to. It remembers who was asked for what, and what was shown there.
 */
final class StrangeRegistry implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Outbound outbound;

  /** One answer. */
  record Answer(int status, Map<String, String> headers, String body) {

    static Answer ok(String body) {
      return new Answer(200, Map.of(), body);
    }

    Answer with(String name, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  StrangeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::hear);
    server.start();
    Names names = _ -> List.of(InetAddress.getLoopbackAddress());
    Reach reach = Reach.of(List.of("registry.example", "tokens.example", "store.example"));
    outbound = new Outbound(names, reach, Registries.BOUNDS, threads);
  }

  String host() {
    return at("registry.example");
  }

  String at(String name) {
    return name + ":" + server.getAddress().getPort();
  }

  /** What is answered to a question such as {@code GET registry.example/v2/}. */
  StrangeRegistry on(String question, Answer answer) {
    answers.put(question, answer);
    return this;
  }

  /** What is answered to whoever shows this. */
  StrangeRegistry on(String question, String authorization, Answer answer) {
    return on(question + " as " + authorization, answer);
  }

  /** Who was asked what, and what was shown. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  Registries asked(Map<String, Login> logins, Map<String, String> realms) {
    Set<String> plain = Set.of(host(), at("tokens.example"), at("store.example"));
    return new Registries(outbound, new Access(logins, realms, plain));
  }

  Registries askedByAnybody() {
    return asked(Map.of(), Map.of());
  }

  ImageName image() {
    return new ImageName(host(), "team/shop", Optional.of("1.4"), Optional.empty());
  }

  private void hear(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
    String question = exchange.getRequestMethod() + " " + host + exchange.getRequestURI().getPath();
    String shown =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
            .orElse("nothing");
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    String whole = question + (query.isEmpty() ? "" : "?" + query);
    heard.add(whole + " as " + shown);
    exchange.getRequestBody().readAllBytes();
    Answer answer =
        Optional.ofNullable(answers.get(question + " as " + shown))
            .or(() -> Optional.ofNullable(answers.get(whole)))
            .or(() -> Optional.ofNullable(answers.get(question)))
            .orElseGet(() -> new Answer(404, Map.of(), ""));
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    boolean none = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
    if (!none) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    outbound.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
