package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.source.contract.GitOverHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over HTTP, served by Git's own back end. */
class HttpTest {

  private static final List<RefName> MAIN = List.of(RefName.ofBranch("main"));

  @TempDir Path folder;
  private Origin origin;
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void serve() throws IOException {
    origin = Origin.in(folder);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  private RepositoryUrl url(int port, String path) {
    return new RepositoryUrl("http://127.0.0.1:" + port + path);
  }

  private GitRepository git(Duration patience) throws IOException {
    return GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), patience);
  }

  @Test
  void a_push_is_read_back_over_http() throws IOException {
    RepositoryUrl url = url(server.getAddress().getPort(), "/origin.git");
    GitRepository git = git(GitRepository.PATIENCE);
    Sha first = origin.pushed("a", "1");
    assertThat(value(git.heads(url, MAIN)).getFirst().sha()).contains(first);
    Sha second = origin.pushed("a", "2");
    assertThat(value(git.heads(url, MAIN)).getFirst().sha()).contains(second);
    assertThat(value(git.resolve(url, Optional.empty())).sha()).isEqualTo(second);
    assertThat(told(git.tree(url, second, Optional.of("a")))).isEqualTo("read");
  }

  @Test
  void what_is_not_there_or_wants_a_login_is_unavailable() throws IOException {
    int port = server.getAddress().getPort();
    GitRepository git = git(GitRepository.PATIENCE);
    assertThat(told(git.heads(url(port, "/other.git"), MAIN)))
        .isEqualTo("unavailable repository-not-found");
    assertThat(told(git.heads(url(port, "/locked.git"), MAIN)))
        .isEqualTo("unavailable repository-access");
  }

  @Test
  void a_name_that_leads_to_metadata_a_neighbour_or_nowhere_is_refused_before_git_is_asked()
      throws IOException {
    for (String there : List.of("169.254.169.254", "fe80::1", "fd00:ec2::254", "0.0.0.0")) {
      GitRepository git =
          GitRepository.keepingMirrorsIn(
              folder.resolve("data"),
              new Shelf(),
              Duration.ofMillis(1),
              List.of(),
              host -> new InetAddress[] {loopback(), InetAddress.getByName(there)});
      for (String url : List.of("http://git.test/x", "ssh://git@git.test/x", "git@git.test:x")) {
        assertThat(told(git.heads(new RepositoryUrl(url), MAIN)))
            .as(url)
            .isEqualTo("unusable repository-host-refused");
      }
    }
  }

  @Test
  void git_connects_to_what_was_judged_and_asks_for_the_name_no_more() throws IOException {
    Sha sha = origin.pushed("a", "1");
    GitRepository git =
        GitRepository.keepingMirrorsIn(
            folder.resolve("data"),
            new Shelf(),
            GitRepository.PATIENCE,
            List.of(),
            host -> new InetAddress[] {loopback()});
    RepositoryUrl url =
        new RepositoryUrl(
            "http://no-such-name.test:" + server.getAddress().getPort() + "/origin.git");
    assertThat(value(git.heads(url, MAIN)).getFirst().sha()).contains(sha);
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  @Test
  void an_origin_that_never_answers_costs_the_patience_and_leaves_no_process() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GitRepository git = git(Duration.ofMillis(300));
      assertThat(told(git.allHeads(url(silent.getLocalPort(), "/x"), Optional.empty())))
          .isEqualTo("unavailable repository-timeout");
      String port = ":" + silent.getLocalPort() + "/";
      assertThat(ProcessHandle.current().descendants())
          .noneMatch(process ->
              process.isAlive() && process.info().commandLine().orElse("").contains(port));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().startsWith("/locked.git")) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"locked\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      new GitOverHttp(folder).answer(exchange);
    }
  }
}
