package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent that is let in with a token, on its own machine, and then serves its target. */
class AgentJoinTest {

  @TempDir private Path folder;
  private ServerProcess server;
  private Path edge;

  @BeforeEach
  void start() {
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    edge = folder.resolve("edge");
    server
        .api()
        .apply(
            "environment: staging",
            "{target: edge, environment: staging}",
            "environment: production",
            "{target: far, environment: production}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_target_that_is_not_local_is_served_by_an_agent_that_joined() throws Exception {
    Repo repo = Repo.ofCommand(folder.resolve("repo"), folder.resolve("ran"));
    server.api().addApplication(repo.url());
    assertThat(agents("staging").path(0).path("agent").isMissingNode()).isTrue();

    Java.Ended joined = join(server.api().joinToken("staging", "edge"), edge);
    assertThat(joined.said()).contains("may act at staging/edge", "slipway agent run --data");
    assertThat(joined.exit()).isZero();
    assertThat(permissions(edge)).isEqualTo("rwx------");
    assertThat(permissions(edge.resolve("key"))).isEqualTo("rw-------");
    assertThat(agents("staging").path(0).at("/agent/state").asText()).isEqualTo("never-heard");

    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      String sha = repo.push("To the edge");
      server.api().awaitInForce("shop", "staging", sha);
      assertThat(Files.readAllLines(folder.resolve("ran"))).contains("staging " + sha);
      JsonNode agent = agents("staging").path(0).path("agent");
      assertThat(agent.path("state").asText()).isEqualTo("connected");
      assertThat(agent.path("version").asText()).isEqualTo("0.1.0");
      assertThat(said("agent", "list", "--env", "staging"))
          .contains("AGENT", "VERSION", "staging", "edge", "connected", "0.1.0");
    }
    assertThat(Files.exists(folder.resolve("data-agents/main/staging/edge"))).isFalse();
  }

  @Test
  void a_machine_whose_place_was_taken_and_that_still_asks_is_listed_as_unknown()
      throws IOException, InterruptedException {
    Path other = folder.resolve("other");
    assertThat(join(server.api().joinToken("staging", "edge"), edge).exit()).isZero();
    String former = agents("staging").path(0).at("/agent/id").asText();
    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      Pause.until(
          "the first is heard",
          () -> agents("staging").path(0).at("/agent/state").asText().equals("connected"));
      assertThat(agents("staging").path(0).path("unknown")).isEmpty();
      assertThat(join(server.api().joinToken("staging", "edge"), other).exit()).isZero();
      Pause.until(
          "the first is listed as unknown",
          () -> agents("staging").path(0).at("/unknown/0/id").asText().equals(former));
      assertThat(agents("staging").path(0).at("/agent/id").asText()).isNotEqualTo(former);
      assertThat(said("agent", "list")).contains("unknown machine", former);
    }
  }

  @Test
  void a_token_lets_one_agent_in_and_who_shows_it_again_is_told_and_recorded() {
    String token = server.api().joinToken("staging", "edge");
    assertThat(join(token, edge).exit()).isZero();
    refused(join(token, folder.resolve("thief")), "join-token-used");
    assertThat(folder.resolve("thief/identity.json")).doesNotExist();
    assertThat(activity()).anyMatch(line -> line.contains("join-token-used"));
  }

  @Test
  void a_token_for_another_environment_than_the_one_meant_is_refused_and_stays_good() {
    String token = server.api().joinToken("staging", "edge");
    refused(join(token, edge, "--env", "production"), "join-token-elsewhere");
    refused(join(token, edge, "--target", "far"), "join-token-elsewhere");
    assertThat(activity()).anyMatch(line -> line.contains("join-token-elsewhere"));
    assertThat(join(token, edge, "--env", "staging", "--target", "edge").exit()).isZero();
  }

  @Test
  void a_folder_that_has_an_agent_gets_no_second_one_and_one_that_has_none_does_not_run() {
    Java.Ended early = Java.verb("dev.slipway.app.Main", RemoteAgent.arguments(edge));
    assertThat(early.said()).contains("holds no agent", "slipway agent join");
    assertThat(early.exit()).isEqualTo(1);
    assertThat(join(server.api().joinToken("staging", "edge"), edge).exit()).isZero();
    Java.Ended again = join(server.api().joinToken("production", "far"), edge);
    assertThat(again.said()).contains("agent of staging/edge already");
    assertThat(again.exit()).isEqualTo(1);
  }

  @Test
  void a_token_that_nobody_made_lets_nobody_in() {
    refused(join("slj_made-up", edge), "join-token-unknown");
    String token = server.api().joinToken("staging", "edge");
    String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(43);
    refused(join(forged, edge), "join-token-unknown");
    assertThat(edge.resolve("identity.json")).doesNotExist();
  }

  @Test
  void an_answer_with_another_root_than_the_tokens_is_not_believed() throws IOException {
    HttpServer impostor =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    impostor.createContext("/agent/v1/enrol", AgentJoinTest::welcome);
    impostor.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + impostor.getAddress().getPort());
      String token = server.api().joinToken("staging", "edge");
      refused(RemoteAgent.join(address, token, edge), "its root is another");
      assertThat(edge.resolve("identity.json")).doesNotExist();
    } finally {
      impostor.stop(0);
    }
  }

  private static void welcome(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String root = "A".repeat(43) + "=";
    byte[] answer =
        """
        {"agent":"a-1","organisation":"main","environment":"staging","target":"edge",
         "root":"%s","certificates":[]}
        """
            .formatted(root)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(201, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private Java.Ended join(String token, Path data, String... more) {
    return RemoteAgent.join(server.address(), token, data, more);
  }

  private static void refused(Java.Ended ended, String code) {
    assertThat(ended.said()).contains(code).startsWith("slipway: ").hasLineCount(1);
    assertThat(ended.exit()).isEqualTo(1);
  }

  private JsonNode agents(String environment) {
    return server.api().get("/api/v1/targets?environment=" + environment).path("items");
  }

  private List<String> activity() {
    return server
        .api()
        .get("/api/v1/activity?limit=100")
        .path("items")
        .valueStream()
        .map(JsonNode::toString)
        .toList();
  }

  private String said(String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("client.log");
    assertThat(server.client(log, arguments).waitFor()).isZero();
    return Files.readString(log);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
