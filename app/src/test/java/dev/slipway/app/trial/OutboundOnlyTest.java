package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A target that nothing reaches from outside. The server hears of a push by polling, the agent of
 * its order by asking; what the target may do stays at the target.
 */
class OutboundOnlyTest {

  private static final String CREDENTIAL = "the-credential-of-this-environment-4711";

  @TempDir private Path folder;
  private OutboundOnly network;
  private ServerProcess server;
  private Path edge;

  @BeforeEach
  void start() {
    network = OutboundOnly.make();
    edge = folder.resolve("edge");
    server = ServerProcess.at(folder.resolve("data"), network.outside() + ":0");
    network.closeButFor(List.of(server.address().getPort()));
  }

  @AfterEach
  void stop() {
    server.close();
    Leftovers.end(folder);
    network.close();
  }

  @Test
  void polling_agent_and_deliveries_work_with_outbound_connections_only() throws Exception {
    assertThatNothingGetsIn();
    Path secret = Files.writeString(folder.resolve("secret"), CREDENTIAL);
    Repo repo = repository(secret);
    Api api = server.api();
    api.apply("environment: staging", "{target: edge, environment: staging}");
    String token = api.joinToken("staging", "edge");
    network.within(
        Java.words(
                "dev.slipway.app.Main",
                List.of(
                    "agent",
                    "join",
                    server.address().toString(),
                    "--token",
                    token,
                    "--data",
                    edge.toString()))
            .toArray(String[]::new));
    List<String> run = Java.words("dev.slipway.app.Main", RemoteAgent.arguments(edge));
    try (RemoteAgent _ = RemoteAgent.start(network.words(run), edge)) {
      api.addApplication(repo.url());
      String sha = repo.push("Found by the poller alone");
      api.awaitInForce("shop", "staging", sha);
      assertThat(Files.readAllLines(folder.resolve("ran")))
          .containsExactly(sha + " " + CREDENTIAL.length());
      URI url = URI.create(instance(api).at("/details/url").asText());
      assertThat(network.within("curl", "-sS", url.toString())).startsWith(sha);
      assertThat(Shelf.ask(url)).as("the service from outside").isEmpty();
      assertThatTheServerHoldsNoCredential(secret, token);
    }
  }

  /** A listener that can be reached from within cannot be from outside. */
  private void assertThatNothingGetsIn() throws IOException, InterruptedException {
    List<String> listen = Java.words(Shelf.class.getName(), List.of("8099", "none", "everybody"));
    Process listener = Java.process(folder.resolve("listener.log"), network.words(listen)).start();
    try {
      String there = "http://" + network.inside() + ":8099/";
      network.within(
          "curl", "-sS", "--retry", "50", "--retry-delay", "0", "--retry-connrefused", there);
      try (Socket socket = new Socket()) {
        InetSocketAddress address =
            new InetSocketAddress(InetAddress.ofLiteral(network.inside()), 8099);
        assertThatThrownBy(() -> socket.connect(address, 1500)).isInstanceOf(IOException.class);
      }
    } finally {
      listener.destroyForcibly().waitFor();
    }
  }

  private Repo repository(Path secret) {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './use {sha}'}
          web:
            run: %s
            health: {path: /, within: 60s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(Shelf.words()));
    repo.with(
        "use",
        "#!/bin/sh\nsecret=$(cat %s)\necho \"$1 ${#secret}\" >> %s\n"
            .formatted(secret, folder.resolve("ran")));
    repo.push("Begin");
    return repo;
  }

  private static JsonNode instance(Api api) {
    return api.get("/api/v1/applications/shop/environments/staging/deliveries/1")
        .path("members")
        .valueStream()
        .flatMap(member -> member.path("instances").valueStream())
        .filter(one -> one.path("service").asText().equals("web"))
        .findFirst()
        .orElseThrow();
  }

  private void assertThatTheServerHoldsNoCredential(Path secret, String token) throws IOException {
    String key = Files.readString(edge.resolve("key")).strip();
    byte[] raw = Base64.getDecoder().decode(key);
    String agent = server.api().get("/api/v1/targets").at("/items/0/agent/id").asText();
    assertThat(holding(agent.getBytes(StandardCharsets.UTF_8)))
        .as("the search finds what is there")
        .isNotEmpty();
    assertThat(holding(key.getBytes(StandardCharsets.UTF_8))).as("the agent's key").isEmpty();
    assertThat(holding(raw)).as("the agent's key, as bytes").isEmpty();
    assertThat(holding(token.getBytes(StandardCharsets.UTF_8))).as("the join token").isEmpty();
    assertThat(holding(Files.readAllBytes(secret))).as("what the job uses").isEmpty();
  }

  /** The files of the server in which some bytes stand. */
  private List<Path> holding(byte[] bytes) throws IOException {
    String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> read(file).contains(wanted))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
