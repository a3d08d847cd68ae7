package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration of another team is waited for, over a restart, and that team is asked once. */
class ResourceTest {

  private static final String GUARDED =
      """
      resource: orders-schema
      owner: orders-team
      description: The schema of the database of orders
      ---
      environment: dev
      guardrails: {resources: [{resource: orders-schema, at_least: 2}]}
      ---
      target: local
      environment: dev
      local: true
      """;

  @TempDir private Path folder;
  private ServerProcess server;
  private Api api;
  private Repo repo;

  @BeforeEach
  void start() {
    server = ServerProcess.start(folder.resolve("data"));
    api = server.api();
    repo = Repo.ofCommand(folder, folder.resolve("ran"), "dev");
    api.apply(GUARDED);
    api.addApplication(repo.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_delivery_waits_while_the_schema_is_at_1_its_owner_is_asked_once_and_it_goes_on_at_2()
      throws IOException, InterruptedException {
    Person migration = reporter();
    migration.run("resource", "set", "orders-schema", "--version", "1").orFail();
    String first = pushed("First");
    awaitWaiting(first);
    server.kill();
    server = ServerProcess.start(folder.resolve("data"));
    api = server.api();
    String second = pushed("Second");
    awaitWaiting(second);
    assertThat(asked()).hasSize(1);
    assertThat(asked().getFirst().path("met").asBoolean()).isFalse();
    assertThat(activity("OwnerAsked"))
        .containsExactly(
            "orders-team, who see to orders-schema, were asked for 2 in dev: shop/dev#1 waits for"
                + " it.");
    assertThat(folder.resolve("ran")).doesNotExist();

    Person again = new Person(server.address(), migration.token());
    again.type(printed()).orFail();
    api.awaitInForce("shop", "dev", second);
    assertThat(Files.readAllLines(folder.resolve("ran"))).containsExactly("dev " + second);
    assertThat(asked()).hasSize(1);
    assertThat(asked().getFirst().path("met").asBoolean()).isTrue();

    String third = pushed("Third");
    api.awaitInForce("shop", "dev", third);
    assertThat(asked()).hasSize(1);
  }

  @Test
  void nobody_is_asked_where_it_is_at_the_version_already() {
    reporter().run("resource", "set", "orders-schema", "--version", "2.0", "--env", "dev").orFail();
    String sha = pushed("At once");
    api.awaitInForce("shop", "dev", sha);
    assertThat(asked()).isEmpty();
    assertThat(activity("OwnerAsked")).isEmpty();
  }

  private String pushed(String message) {
    String sha = repo.push(message);
    Api.Hook hook = api.openHook("github");
    api.push(hook, repo.url(), "refs/heads/main", "0".repeat(40), sha, message);
    return sha;
  }

  private void awaitWaiting(String sha) {
    api.await(
        "shop",
        "dev",
        at ->
            at.at("/active/sha").asText().equals(sha)
                && at.path("active").toString().contains("resource-behind"));
  }

  /** A token that may say such things, and nothing else. */
  private Person reporter() {
    var body = Api.JSON.createObjectNode().put("name", "migration").put("role", "reporter");
    String secret = api.post("/api/v1/tokens", body).json().path("secret").asText();
    return new Person(server.address(), secret);
  }

  private List<JsonNode> asked() {
    return api.get("/api/v1/resources").at("/items/0/asked").valueStream().toList();
  }

  private List<String> activity(String type) {
    return api.get("/api/v1/activity?type=" + type)
        .path("items")
        .valueStream()
        .map(entry -> entry.path("summary").asText())
        .toList();
  }

  /** The line that would help, as it is printed. */
  private String printed() {
    return api.get("/api/v1/applications/shop/environments/dev/why")
        .at("/unmet/0/ways/0/command")
        .asText();
  }
}
