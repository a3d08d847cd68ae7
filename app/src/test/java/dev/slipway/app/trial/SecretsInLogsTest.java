package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that writes every secret of its target in every form, and fails with one. */
class SecretsInLogsTest {

  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries/";

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
  void no_form_of_a_secret_leaves_the_target_in_a_log_or_in_a_reason() throws IOException {
    List<String> secrets = secrets();
    Path home = Files.createDirectories(edge.resolve("secrets"));
    for (int i = 0; i < secrets.size(); i++) {
      Files.writeString(home.resolve("secret-" + i), secrets.get(i));
    }
    List<String> forms = secrets.stream().flatMap(SecretsInLogsTest::forms).toList();
    Path said = Files.writeString(folder.resolve("said"), String.join("\n", forms) + "\n");
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './say'}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    repo.with(
        "say",
        "#!/bin/sh\ncat %s\nprintf hunter2-and; sleep 1; printf -- '-more\\nPW=hunter2\\n'\nexit 3\n"
            .formatted(said));
    repo.push("Begin");
    server.api().addApplication(repo.url());
    repo.push("Speak");

    server.api().await("shop", "staging", _ -> server.api().find(DELIVERIES + "1").isPresent());
    server
        .api()
        .awaitList(
            DELIVERIES + "1/logs",
            logs -> logs.size() == 1 && logs.getFirst().path("finished").asBoolean());
    JsonNode log = server.api().get(DELIVERIES + "1/logs").at("/items/0");
    String brought = brought(log);
    assertThat(brought).doesNotContain(forms).endsWith("\nPW=*******\n");
    assertThat(log.path("size").asLong())
        .isEqualTo(Files.size(said) + "hunter2-and-more\nPW=hunter2\n".length());
    // A log is brought by itself, so it may be whole before it is told how the order ended.
    Pause.until("the end of the delivery", this::hasFailed);
    String detail = server.api().get(DELIVERIES + "1").toString();
    assertThat(detail).contains("PW=*******").doesNotContain("hunter2");
    assertThat(server.api().get("/api/v1/activity?limit=100").toString()).doesNotContain("hunter2");
  }

  @Test
  void what_programs_of_a_runtime_of_ones_own_write_is_a_log_without_secrets() throws IOException {
    Files.writeString(Files.createDirectories(edge.resolve("secrets")).resolve("key"), "hunter2");
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          bucket: {external: {fetch: './fetch', apply: './apply'}}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    Path kept = folder.resolve("kept");
    repo.with(
        "fetch", "#!/bin/sh\necho looks at hunter2 >&2\ntest -e %s || exit 2\n".formatted(kept));
    repo.with("apply", "#!/bin/sh\necho PW=hunter2\ntouch %s\n".formatted(kept));
    repo.push("Begin");
    server.api().addApplication(repo.url());
    String sha = repo.push("Apply");

    server.api().awaitInForce("shop", "staging", sha);
    server
        .api()
        .awaitList(
            DELIVERIES + "1/logs",
            logs -> logs.size() == 1 && logs.getFirst().path("finished").asBoolean());
    JsonNode log = server.api().get(DELIVERIES + "1/logs").at("/items/0");
    assertThat(log.path("service").asText()).isEqualTo("bucket");
    assertThat(brought(log))
        .isEqualTo("looks at *******\n[slipway] Runs 'apply'.\nPW=*******\nlooks at *******\n");
  }

  private boolean hasFailed() {
    return server.api().get(DELIVERIES + "1").at("/delivery/state").asText().equals("failed");
  }

  private String brought(JsonNode log) {
    return server
        .api()
        .send(
            "GET", DELIVERIES + "1/logs/" + log.path("id").asText(), server.api().authorised(), "")
        .body();
  }

  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    String json = Api.JSON.getNodeFactory().textNode(secret).toString();
    forms.add(json.substring(1, json.length() - 1));
    forms.add(secret.toUpperCase(Locale.ROOT));
    forms.add("\tat com.example.Login(" + secret + ":1)");
    forms.add("https://user:" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + "@example.org");
    forms.add("-  password: " + secret);
    forms.add("Authorization: Bearer " + secret);
    forms.add("DATABASE_PASSWORD=" + secret);
    return forms.stream();
  }

  private static List<String> secrets() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SecretsInLogsTest.class.getResourceAsStream("/hostile/secrets-in-output.json"))) {
      return Api.JSON.readTree(in).path("secrets").valueStream().map(JsonNode::asText).toList();
    }
  }
}
