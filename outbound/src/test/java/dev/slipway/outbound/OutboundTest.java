package dev.slipway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is called, what is not, and what whoever answers cannot do. */
class OutboundTest {

  private static final int BYTES = 1000;
  private static final Bounds LONG = new Bounds(Duration.ofMinutes(1), BYTES);
  private static final Bounds SHORT = new Bounds(Duration.ofMillis(500), BYTES);
  private static final Reach INSIDE = Reach.of(List.of("hooks.example", "other.example"));
  private static final Map<String, String> SECRET =
      Map.of("Authorization", "Bearer sesame", "webhook-signature", "v1,abc");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
  private final List<String> resolved = new CopyOnWriteArrayList<>();
  private final List<Outbound> clients = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::hear);
    server.start();
    names("hooks.example", "127.0.0.1");
    names("other.example", "127.0.0.1");
  }

  @AfterEach
  void stop() {
    end.countDown();
    clients.forEach(Outbound::close);
    server.stop(0);
    threads.shutdownNow();
  }

  static Stream<String> hostileUrls() throws IOException {
    try (var file = OutboundTest.class.getResourceAsStream("/hostile/urls-ssrf.json")) {
      List<String> urls = new ArrayList<>();
      for (JsonNode url : new ObjectMapper().readTree(file).get("urls")) {
        urls.add(url.asText());
      }
      assertThat(urls).hasSizeGreaterThan(20);
      // That one is a good place that may lead to a bad one; it has a test of its own.
      return urls.stream().filter(url -> !url.contains("redirect?to="));
    }
  }

  @ParameterizedTest
  @MethodSource("hostileUrls")
  void a_hostile_url_reaches_nothing(String url) throws UnknownHostException {
    names("localhost", "127.0.0.1");
    names("metadata.google.internal", "169.254.169.254");
    names("127.0.0.1.nip.io", "127.0.0.1");
    Answer answer = client(Reach.OUTSIDE_ONLY).call(Call.post(url, SECRET, "{}"));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void a_name_is_refused_when_one_of_its_addresses_is_inside() throws UnknownHostException {
    names("two.example", "8.8.8.8", "127.0.0.1");
    assertThat(client(Reach.OUTSIDE_ONLY).call(post("two.example", "/")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void a_name_that_means_something_else_a_moment_later_is_asked_once_only()
      throws UnknownHostException {
    // The first answer is a place where nobody listens; the second would be where somebody does.
    List<InetAddress> inside = List.of(InetAddress.getAllByName("127.0.0.1"));
    List<InetAddress> allowed = List.of(InetAddress.getAllByName("127.0.0.9"));
    Names rebinding =
        host -> {
          resolved.add(host);
          return resolved.size() == 1 ? allowed : inside;
        };
    Reach reach = Reach.of(List.of("127.0.0.9"));
    Answer answer = client(rebinding, reach).call(post("rebinding.example", "/"));
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    assertThat(resolved).hasSize(1);
    assertThat(client(rebinding, reach).call(post("rebinding.example", "/")))
        .isInstanceOf(Answer.Refused.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void what_the_administrator_listed_is_reached_under_its_own_name() {
    Answer answer = client(INSIDE).call(post("hooks.example", "/ok"));
    assertThat(answer).extracting("status", "body", "cut").containsExactly(200, "ok", false);
    assertThat(heard)
        .containsExactly("POST /ok host=hooks.example:" + port() + " secret=Bearer sesame {}");
  }

  @Test
  void a_listed_network_is_reached_whatever_its_name() {
    assertThat(client(Reach.of(List.of("127.0.0.0/8"))).call(post("hooks.example", "/ok")))
        .isInstanceOf(Answer.Answered.class);
    assertThat(client(Reach.of(List.of("128.0.0.0/8"))).call(post("hooks.example", "/ok")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void a_redirect_to_the_inside_is_looked_at_again() {
    Answer answer =
        client(Reach.of(List.of("hooks.example")))
            .call(post("hooks.example", "/to?http://169.254.169.254/latest/"));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(heard).hasSize(1);
  }

  @Test
  void another_host_gets_no_credential_and_no_header_of_ours_not_even_on_the_way_back() {
    String back = "http://hooks.example:" + port() + "/ok";
    String other = "http://other.example:" + port() + "/to?" + back;
    Answer answer = client(INSIDE).call(post("hooks.example", "/to?" + other));
    assertThat(answer).isInstanceOf(Answer.Answered.class);
    assertThat(heard).hasSize(3);
    assertThat(heard.get(0)).contains("secret=Bearer sesame");
    assertThat(heard.subList(1, 3)).allSatisfy(it -> assertThat(it).contains("secret=null"));
  }

  @Test
  void the_same_host_at_another_path_gets_them() {
    client(INSIDE).call(post("hooks.example", "/to?/ok"));
    assertThat(heard).hasSize(2).allSatisfy(it -> assertThat(it).contains("Bearer sesame"));
  }

  @Test
  void what_was_sent_is_not_turned_into_a_question() {
    Answer answer = client(INSIDE).call(post("hooks.example", "/found?/ok"));
    assertThat(answer).extracting("status").isEqualTo(302);
    assertThat(heard).hasSize(1);
  }

  @Test
  void a_circle_of_redirects_ends() {
    Answer answer = client(INSIDE).call(post("hooks.example", "/to?/to?/to?/to?/to?/ok"));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class, it -> assertThat(it.code()).isEqualTo("too-many-redirects"));
    assertThat(heard).hasSize(4);
  }

  @Test
  void a_body_without_end_is_cut() {
    Answer answer = client(INSIDE).call(post("hooks.example", "/endless"));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            it -> {
              assertThat(it.cut()).isTrue();
              assertThat(it.body()).hasSize(BYTES);
            });
  }

  @Test
  void a_body_that_never_comes_is_not_waited_for() {
    assertThat(client(this::addresses, INSIDE, SHORT).call(post("hooks.example", "/slow")))
        .isInstanceOf(Answer.Failed.class);
  }

  @Test
  void a_name_that_is_never_resolved_is_not_waited_for() {
    Names stuck = _ -> ending();
    assertThat(client(stuck, INSIDE, SHORT).call(post("hooks.example", "/ok")))
        .isInstanceOf(Answer.Failed.class);
  }

  @Test
  void no_header_may_say_where_a_call_goes_or_end_early() {
    Outbound client = client(INSIDE);
    for (Map<String, String> headers :
        List.of(
            Map.of("Host", "inside.example"),
            Map.of("Content-Length", "0"),
            Map.of("X-Team", "a\r\nHost: inside.example"),
            Map.of("X Team", "a"))) {
      Call call = Call.post("http://hooks.example:" + port() + "/ok", headers, "{}");
      assertThat(client.call(call)).isInstanceOf(Answer.Refused.class);
    }
    assertThat(heard).isEmpty();
  }

  private void hear(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    heard.add(
        "%s %s host=%s secret=%s %s"
            .formatted(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestHeaders().getFirst("Host"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    switch (path) {
      case "/to", "/found" -> {
        exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getQuery());
        exchange.sendResponseHeaders(path.equals("/to") ? 307 : 302, -1);
        exchange.close();
      }
      case "/endless" -> {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
          while (end.getCount() > 0) {
            out.write(new byte[512]);
          }
        }
      }
      case "/slow" -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('o');
        exchange.getResponseBody().flush();
        awaitEnd();
        exchange.close();
      }
      default -> {
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
        exchange.close();
      }
    }
  }

  private List<InetAddress> ending() {
    awaitEnd();
    return List.of();
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Outbound client(Reach reach) {
    return client(this::addresses, reach);
  }

  private Outbound client(Names names, Reach reach) {
    return client(names, reach, LONG);
  }

  private Outbound client(Names names, Reach reach, Bounds bounds) {
    Outbound client = new Outbound(names, reach, bounds, threads);
    clients.add(client);
    return client;
  }

  private List<InetAddress> addresses(String host) throws UnknownHostException {
    List<InetAddress> known = names.get(host);
    return known != null
        ? known
        : Literals.parse(host).map(List::of).orElseThrow(() -> new UnknownHostException(host));
  }

  private void names(String host, String... addresses) {
    names.put(host, Stream.of(addresses).map(it -> Literals.parse(it).orElseThrow()).toList());
  }

  private Call post(String host, String path) {
    return Call.post("http://" + host + ":" + port() + path, SECRET, "{}");
  }

  private int port() {
    return server.getAddress().getPort();
  }
}
