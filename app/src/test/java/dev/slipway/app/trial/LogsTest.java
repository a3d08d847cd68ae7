package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that writes 50 MB of everything, to a server and through an agent that are killed. */
class LogsTest {

  private static final int HALF = 25_000_000;
  private static final int LONG_LINE = 1 << 20;
  private static final byte[] LAST =
      "\nthe last line of this half\n".getBytes(StandardCharsets.UTF_8);
  private static final String LOGS =
      "/api/v1/applications/shop/environments/staging/deliveries/%d/logs";

  @TempDir private Path folder;
  private ServerProcess server;
  private RemoteAgent agent;
  private Path edge;

  @BeforeEach
  void start() {
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    edge = folder.resolve("edge");
    server.api().apply("environment: staging", "{target: edge, environment: staging}");
    RemoteAgent.joined(server.api(), server.address(), "staging", "edge", edge);
    agent = RemoteAgent.run(edge);
  }

  @AfterEach
  void stop() {
    agent.close();
    server.close();
    Leftovers.end(folder);
  }

  @Test
  void a_log_of_50_megabytes_is_the_same_bytes_though_server_and_agent_are_killed_in_the_middle()
      throws Exception {
    Random chance = new Random(50);
    Path first = written(folder.resolve("first"), chance);
    Path second = written(folder.resolve("second"), chance);
    Path go = folder.resolve("go");
    int delivery =
        delivered(
            "#!/bin/sh\ncat %s\nwhile [ ! -e %s ]; do sleep 0.05; done\ncat %s\nexec sleep 600\n"
                .formatted(first, go, second));

    long began = System.nanoTime();
    JsonNode log = await(delivery, HALF / 5);
    String listened = server.address().getAuthority();
    server.kill();
    Files.createFile(go);
    server = ServerProcess.at(folder.resolve("data"), listened);
    await(delivery, HALF + HALF / 5);
    agent.kill();
    agent = RemoteAgent.run(edge);
    await(delivery, 2L * HALF);
    System.out.println(
        "50 MB arrived in "
            + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)
            + " ms, with one kill of the server and one of the agent in it");

    assertThat(log.path("service").asText()).isEqualTo("web");
    String path = LOGS.formatted(delivery) + "/" + log.path("id").asText();
    assertThat(digest(path)).isEqualTo(digest(first, second));
    String tail = new String(bytes(path + "?tail=1"), StandardCharsets.ISO_8859_1);
    assertThat(tail).isEqualTo("the last line of this half\n");
  }

  private int delivered(String script) {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web: {run: ./say}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    repo.with("say", script);
    repo.push("Begin");
    server.api().addApplication(repo.url());
    String sha = repo.push("Speak");
    return server.api().awaitInForce("shop", "staging", sha).at("/inForce/number").asInt();
  }

  /** Waits until a log has so many bytes at least. */
  private JsonNode await(int delivery, long size) {
    String path = LOGS.formatted(delivery);
    server
        .api()
        .awaitList(path, logs -> logs.size() == 1 && logs.getFirst().path("size").asLong() >= size);
    return server.api().get(path).at("/items/0");
  }

  /** Half of it: what people commit, colours, bytes that are no text, and very long lines. */
  private static Path written(Path file, Random chance) throws IOException {
    List<String> hostile = hostile();
    try (OutputStream out = Files.newOutputStream(file)) {
      int left = HALF - LAST.length;
      while (left > 0) {
        byte[] line =
            switch (chance.nextInt(60)) {
              case 0 -> "x".repeat(chance.nextInt(LONG_LINE)).getBytes(StandardCharsets.UTF_8);
              case 1 -> noise(chance);
              default ->
                  ("\u001b[3"
                          + chance.nextInt(8)
                          + "m"
                          + hostile.get(chance.nextInt(hostile.size()))
                          + "\u001b[0m\r\n")
                      .getBytes(StandardCharsets.UTF_8);
            };
        out.write(line, 0, Math.min(left, line.length));
        left -= line.length;
      }
      out.write(LAST);
    }
    return file;
  }

  private static byte[] noise(Random chance) {
    byte[] bytes = new byte[chance.nextInt(5000)];
    chance.nextBytes(bytes);
    return bytes;
  }

  private static List<String> hostile() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LogsTest.class.getResourceAsStream("/hostile/commit-messages.json"))) {
      return Api.JSON.readTree(in).path("messages").valueStream().map(JsonNode::asText).toList();
    }
  }

  private String digest(String path) throws IOException, GeneralSecurityException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    try (InputStream in = open(path)) {
      byte[] block = new byte[64 << 10];
      int length = in.read(block);
      while (length >= 0) {
        sha.update(block, 0, length);
        length = in.read(block);
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static String digest(Path... files) throws IOException, GeneralSecurityException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (Path file : files) {
      sha.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private byte[] bytes(String path) throws IOException {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    }
  }

  private InputStream open(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(server.address() + path).toURL().openConnection();
    server.api().authorised().forEach(connection::setRequestProperty);
    connection.setReadTimeout(30_000);
    return connection.getInputStream();
  }
}
