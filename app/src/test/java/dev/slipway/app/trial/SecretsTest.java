package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that only an agent finds: services get them, and the server knows where they lie. */
class SecretsTest {

  private static final String STAGING = "/api/v1/applications/shop/environments/staging";
  private static final Map<String, String> VALUES =
      Map.of(
          "first", "canary-4f1d / one",
          "second", "canary-77b2 / \"two\"",
          "variable", "canary-03ce & three",
          "program", "canary-c9a8 = four",
          "vault", "canary-5e60 + five");

  @TempDir private Path folder;
  private ServerProcess server;
  private RemoteAgent agent;
  private HttpServer vault;
  private Path edge;
  private Repo repo;

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    edge = folder.resolve("edge");
    server.api().apply("environment: staging", "{target: edge, environment: staging}");
    RemoteAgent.joined(server.api(), server.address(), "staging", "edge", edge);
    Files.createDirectories(edge.resolve("secrets"));
    secret("db-password@1", "first");
    Files.writeString(edge.resolve("secret-variables"), "SHOP_KEY\n");
    Path programs = Files.createDirectories(edge.resolve("secret-programs"));
    program(
        programs.resolve("pass"),
        "#!/bin/sh\ntest \"$1 $2\" = 'shop/signing 2' && echo '%s'\n"
            .formatted(VALUES.get("program")));
    vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    vault.createContext("/v1/secret/data/shop/token", SecretsTest::answer);
    vault.start();
    Files.writeString(
        edge.resolve("vault.json"),
        "{\"address\": \"http://127.0.0.1:%d\"}".formatted(vault.getAddress().getPort()));
    Files.writeString(edge.resolve("vault-token"), "hvs.trial");
    List<String> words = new ArrayList<>(List.of("env", "SHOP_KEY=" + VALUES.get("variable")));
    words.addAll(Java.words("dev.slipway.app.Main", RemoteAgent.arguments(edge)));
    agent = RemoteAgent.start(words, edge);
    repo = Repo.in(folder.resolve("repo"));
    program(
        folder.resolve("web"),
        """
        #!/bin/sh
        echo "$$ $PASSWORD" >> FOLDER/web-had
        echo "connects with $PASSWORD"
        exec sleep 600
        """
            .replace("FOLDER", folder.toString()));
    program(
        folder.resolve("migrate"),
        """
        #!/bin/sh
        printf '%s\\n' "$PASSWORD" "$KEY" "$SIGNING" "$TOKEN" > FOLDER/job-had
        cat FOLDER/job-had
        base64 FOLDER/job-had
        test ! -e FOLDER/fails || { echo "no entry for $PASSWORD"; exit 3; }
        """
            .replace("FOLDER", folder.toString()));
    repo.with("web", Files.readString(folder.resolve("web")));
    repo.with("migrate", Files.readString(folder.resolve("migrate")));
    document(1);
    repo.push("Begin");
    server.api().addApplication(repo.url());
  }

  /** As the published API of Vault answers who may read. */
  private static void answer(HttpExchange exchange) throws IOException {
    boolean may = "hvs.trial".equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
    byte[] body =
        """
        {"data": {"data": {"token": "%s"}, "metadata": {"version": 4, "destroyed": false}}}\
        """
            .formatted(VALUES.get("vault"))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(may ? 200 : 403, may ? body.length : -1);
    if (may) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @AfterEach
  void stop() {
    agent.close();
    vault.stop(0);
    server.close();
    Leftovers.end(folder);
  }

  private void secret(String name, String value) throws IOException {
    Path file = Files.writeString(edge.resolve("secrets").resolve(name), VALUES.get(value));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void document(int version) {
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web:
            run: ./web
            secrets:
              PASSWORD: {file: db-password, version: %1$d}
        jobs:
          migrate:
            command: ./migrate
            secrets:
              PASSWORD: {file: db-password, version: %1$d}
              KEY: {variable: SHOP_KEY}
              SIGNING: {program: pass, secret: shop/signing, version: 2}
              TOKEN: {vault: shop/token, field: token, version: 4}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(version));
  }

  private List<String> had(String who) {
    try {
      return Files.readAllLines(folder.resolve(who + "-had"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode failed(int number) {
    server.api().await("shop", "staging", at -> at.at("/lastFailure/number").asInt() == number);
    return server.api().get(STAGING + "/deliveries/" + number);
  }

  @Test
  void what_is_started_has_its_secrets_and_nothing_of_them_is_anywhere_else() throws IOException {
    String sha = repo.push("Refer to secrets");
    server.api().awaitInForce("shop", "staging", sha);

    assertThat(had("job"))
        .containsExactly(
            VALUES.get("first"),
            VALUES.get("variable"),
            VALUES.get("program"),
            VALUES.get("vault"));
    assertThat(had("web")).singleElement().asString().endsWith(" " + VALUES.get("first"));
    String explained = server.api().get(STAGING + "/explanation").toString();
    assertThat(explained)
        .contains("secrets.PASSWORD", "file db-password, version 1")
        .contains("variable SHOP_KEY", "program pass, shop/signing, version 2")
        .contains("vault shop/token, field token, version 4");

    Files.createFile(folder.resolve("fails"));
    secret("db-password@2", "second");
    document(2);
    repo.push("Take the new password");
    JsonNode failed = failed(2);
    assertThat(failed.toString()).contains("no entry for ****");
    assertThat(server.api().get(STAGING + "/deliveries/2/difference").toString())
        .contains("secrets.PASSWORD", "file db-password, version 2");

    server
        .api()
        .awaitList(
            STAGING + "/deliveries/2/logs",
            logs -> logs.stream().anyMatch(log -> log.path("finished").asBoolean()));
    Canaries canaries = new Canaries(VALUES.values());
    assertThat(canaries.in(server.api())).isEmpty();
    assertThat(canaries.under(folder.resolve("data"))).isEmpty();
    assertThat(canaries.in("journal", RemoteAgent.journal(edge))).isEmpty();
    assertThat(canaries.in("log of the agent", RemoteAgent.logged(edge))).isEmpty();
  }

  @Test
  void a_secret_that_is_missing_fails_the_delivery_before_anything_is_stopped() throws IOException {
    String first = repo.push("Refer to secrets");
    server.api().awaitInForce("shop", "staging", first);
    document(2);
    repo.push("Take a password that is not there yet");

    JsonNode failed = failed(2);
    assertThat(failed.toString()).contains("secret-missing", "no file db-password@2");
    assertThat(server.api().get(STAGING + "/why").toString()).contains("secret-missing");
    assertThat(had("web")).hasSize(1);

    secret("db-password@2", "second");
    repo.with("NOTES", "now it is there");
    String third = repo.push("Try again");
    server.api().awaitInForce("shop", "staging", third);
    assertThat(had("web")).hasSize(2).last().asString().endsWith(" " + VALUES.get("second"));
  }
}
