package dev.slipway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are sent and fetched, and headers of answers that are told. */
class OutboundBytesTest {

  private static final Map<String, String> SECRET = Map.of("Authorization", "Bearer sesame");
  private static final int BYTES = 100_000;

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Outbound client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::hear);
    server.start();
    client =
        new Outbound(
            _ -> List.of(InetAddress.getLoopbackAddress()),
            Reach.of(List.of("files.example", "store.example")),
            new Bounds(Duration.ofMinutes(1), 1000),
            threads);
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void headers_of_an_answer_are_told_where_they_are_wanted() {
    Call call = Call.get(url("/tagged"), Map.of()).wanting(Set.of("x-digest", "x-missing"));
    assertThat(client.call(call))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answer -> {
              assertThat(answer.headers()).containsOnlyKeys("x-digest");
              assertThat(answer.header("x-digest")).contains("abc");
              assertThat(answer.header("x-missing")).isEmpty();
            });
    assertThat(client.call(Call.get(url("/tagged"), Map.of())))
        .isEqualTo(new Answer.Answered(200, "ok", false));
  }

  @Test
  void a_header_that_came_twice_counts_as_absent() {
    Call call = Call.get(url("/twice"), Map.of()).wanting(Set.of("x-digest"));
    assertThat(client.call(call))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answer -> {
              assertThat(answer.header("x-digest")).isEmpty();
              assertThat(answer.headers().get("x-digest")).hasSize(2);
            });
  }

  @Test
  void what_only_asks_follows_where_it_is_led() {
    assertThat(client.call(Call.of(Call.Method.HEAD, url("/found?/ok"), Map.of())))
        .isEqualTo(new Answer.Answered(200, "", false));
    for (Call.Method changing : List.of(Call.Method.PUT, Call.Method.PATCH)) {
      Call call = Call.of(changing, url("/found?/ok"), Map.of()).with(new Call.Content.Text("{}"));
      assertThat(client.call(call)).isEqualTo(new Answer.Answered(302, "", false));
    }
  }

  @Test
  void what_is_there_is_changed_where_it_lies_and_anew_only_where_the_answer_says_so() {
    Call patch =
        Call.patch(url("/to?/ok"), Map.of("Authorization", "Bearer sesame"), "{\"body\":\"b\"}");
    assertThat(client.call(patch.staying())).isEqualTo(new Answer.Answered(307, "", false));
    assertThat(client.call(patch)).isEqualTo(new Answer.Answered(200, "ok", false));
    assertThat(heard)
        .containsExactly(
            "PATCH files.example /to 12 bytes, secret=Bearer sesame",
            "PATCH files.example /to 12 bytes, secret=Bearer sesame",
            "PATCH files.example /ok 12 bytes, secret=Bearer sesame");
  }

  @Test
  void a_file_is_sent_as_it_is() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x".repeat(BYTES));
    Call call = Call.of(Call.Method.PUT, url("/ok"), Map.of()).with(new Call.Content.OfFile(file));
    assertThat(client.call(call)).isInstanceOf(Answer.Answered.class);
    assertThat(heard).containsExactly("PUT files.example /ok " + BYTES + " bytes, secret=null");
  }

  @Test
  void a_file_that_is_not_there_is_not_sent() {
    Call call =
        Call.of(Call.Method.PUT, url("/ok"), Map.of())
            .with(new Call.Content.OfFile(folder.resolve("missing")));
    assertThat(client.call(call)).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void what_is_fetched_from_elsewhere_is_in_the_file_and_no_header_of_ours_was_there()
      throws IOException {
    String store = "http://store.example:" + server.getAddress().getPort() + "/large";
    Path file = folder.resolve("file");
    assertThat(client.fetch(Call.get(url("/to?" + store), SECRET), file, BYTES))
        .isEqualTo(new Answer.Answered(200, "", false));
    assertThat(Files.size(file)).isEqualTo(BYTES);
    assertThat(heard)
        .containsExactly(
            "GET files.example /to 0 bytes, secret=Bearer sesame",
            "GET store.example /large 0 bytes, secret=null");
  }

  @Test
  void a_file_is_cut_where_it_is_long_enough() throws IOException {
    Path file = folder.resolve("file");
    assertThat(client.fetch(Call.get(url("/large"), Map.of()), file, BYTES - 1))
        .isEqualTo(new Answer.Answered(200, "", true));
    assertThat(Files.size(file)).isEqualTo(BYTES - 1);
  }

  @Test
  void what_is_said_instead_is_in_no_file() throws IOException {
    Path file = folder.resolve("file");
    assertThat(client.fetch(Call.get(url("/gone"), Map.of()), file, BYTES))
        .isEqualTo(new Answer.Answered(404, "gone", false));
    assertThat(Files.size(file)).isZero();
    assertThat(client.fetch(Call.get(url("/ok"), Map.of()), folder.resolve("a/b"), BYTES))
        .isInstanceOf(Answer.Failed.class);
  }

  private String url(String path) {
    return "http://files.example:" + server.getAddress().getPort() + path;
  }

  private void hear(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    heard.add(
        "%s %s %s %d bytes, secret=%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", ""),
                path,
                exchange.getRequestBody().readAllBytes().length,
                exchange.getRequestHeaders().getFirst("Authorization")));
    exchange.getResponseHeaders().add("X-Digest", "abc");
    switch (path) {
      case "/to", "/found" -> {
        exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getQuery());
        exchange.sendResponseHeaders(path.equals("/to") ? 307 : 302, -1);
        exchange.close();
      }
      case "/large" -> answer(exchange, 200, "x".repeat(BYTES));
      case "/gone" -> answer(exchange, 404, "gone");
      case "/twice" -> {
        exchange.getResponseHeaders().add("X-Digest", "def");
        answer(exchange, 200, "ok");
      }
      default -> answer(exchange, 200, "ok");
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
