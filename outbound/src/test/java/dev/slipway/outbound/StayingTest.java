package dev.slipway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Whoever stays is told where an answer leads, and goes nowhere. */
class StayingTest {

  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void whoever_stays_is_told_where_it_leads_and_goes_nowhere() throws IOException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Outbound outbound =
            new Outbound(
                Names.OF_THIS_MACHINE,
                Reach.of(List.of("127.0.0.1")),
                new Bounds(Duration.ofMinutes(1), 1000),
                threads)) {
      HttpServer server = leadingOn();
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/first";
      Answer stayed = outbound.call(Call.get(url, Map.of()).wanting(Set.of("location")).staying());
      assertThat(stayed)
          .isInstanceOfSatisfying(
              Answer.Answered.class,
              it -> {
                assertThat(it.status()).isEqualTo(307);
                assertThat(it.header("location")).contains("/second");
              });
      assertThat(heard).containsExactly("/first");
      outbound.call(Call.get(url, Map.of()));
      assertThat(heard).containsExactly("/first", "/first", "/second");
      server.stop(0);
    }
  }

  private HttpServer leadingOn() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          heard.add(path);
          exchange.getResponseHeaders().add("Location", "/second");
          exchange.sendResponseHeaders(path.equals("/first") ? 307 : 204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
