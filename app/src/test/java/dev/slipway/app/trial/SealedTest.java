package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that are sealed for an environment: its agents open them, and nobody else can. */
class SealedTest {

  private static final String STAGING = "/api/v1/applications/shop/environments/staging";
  private static final String FIRST = "canary-9d41 / sealed";
  private static final String SECOND = "canary-e3b7 / \"again\"";

  private static final long SECONDS_MAX = 60;

  @TempDir private Path folder;
  private final List<RemoteAgent> agents = new ArrayList<>();
  private ServerProcess server;
  private Repo repo;

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    server
        .api()
        .apply(
            "{environment: staging, rollouts: {at_once: 100%}}",
            "{target: edge, environment: staging}");
    repo = Repo.in(folder.resolve("repo"));
    Path web = folder.resolve("web");
    Files.writeString(
        web,
        """
        #!/bin/sh
        echo "$PASSWORD" >> FOLDER/had
        echo "connects with $PASSWORD"
        exec sleep 600
        """
            .replace("FOLDER", folder.toString()));
    Files.setPosixFilePermissions(web, PosixFilePermissions.fromString("rwxr-xr-x"));
    repo.with("web", Files.readString(web));
    document(1);
    repo.push("Begin");
  }

  @AfterEach
  void stop() {
    agents.forEach(RemoteAgent::close);
    server.close();
    Leftovers.end(folder);
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
              PASSWORD: {sealed: db-password, version: %d}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(version));
  }

  private void joined(String target) {
    RemoteAgent.joined(server.api(), server.address(), "staging", target, folder.resolve(target));
    agents.add(RemoteAgent.run(folder.resolve(target)));
  }

  private Person person() throws IOException {
    return new Person(server.address(), Files.readString(folder.resolve("data/token")).strip());
  }

  private void set(String value) throws IOException {
    assertThat(person().piping(value + "\n", "secret", "set", "staging", "db-password").orFail())
        .contains("{sealed: db-password, version:");
  }

  private List<String> had() {
    try {
      return Files.readAllLines(folder.resolve("had"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void only_agents_of_the_environment_open_it_and_nothing_of_it_is_anywhere_else()
      throws IOException {
    joined("edge");
    set(FIRST);
    server.api().addApplication(repo.url());
    String sha = repo.push("Refer to a sealed secret");
    server.api().awaitInForce("shop", "staging", sha);
    assertThat(had()).containsOnly(FIRST);

    set(SECOND);
    document(2);
    String rotated = repo.push("Take the new password");
    server.api().awaitInForce("shop", "staging", rotated);
    assertThat(had()).contains(SECOND);
    assertThat(server.api().get(STAGING + "/deliveries/2/difference").toString())
        .contains("sealed db-password, version 2");

    JsonNode versions = server.api().get("/api/v1/environments/staging/secrets/db-password");
    assertThat(versions.path("items")).hasSize(2);
    Canaries canaries = new Canaries(List.of(FIRST, SECOND));
    assertThat(canaries.in(server.api())).isEmpty();
    assertThat(canaries.in("versions", versions.toString())).isEmpty();
    assertThat(canaries.under(folder.resolve("data"))).isEmpty();
    assertThat(canaries.in("journal", RemoteAgent.journal(folder.resolve("edge")))).isEmpty();
    assertThat(canaries.in("log", RemoteAgent.logged(folder.resolve("edge")))).isEmpty();
    String key = Files.readString(folder.resolve("edge/sealed/key")).strip();
    assertThat(Canaries.holding(folder.resolve("data"), key)).isEmpty();
  }

  @Test
  void a_newcomer_waits_for_the_key_and_is_handed_it_by_an_agent_that_comes_back()
      throws IOException {
    joined("edge");
    set(FIRST);
    server.api().addApplication(repo.url());
    server.api().awaitInForce("shop", "staging", repo.push("Refer to a sealed secret"));
    agents.removeFirst().close();

    server.api().apply("{target: annex, environment: staging}");
    joined("annex");
    repo.with("NOTES", "for both");
    String sha = repo.push("Go to the newcomer too");
    awaitWhy(server.api(), "secret-key-awaited", "staging/annex waits for the key");
    assertThat(had()).hasSize(1);

    agents.add(RemoteAgent.run(folder.resolve("edge")));
    server.api().awaitInForce("shop", "staging", sha);
    assertThat(had()).hasSize(3).containsOnly(FIRST);
    assertThat(server.api().get(STAGING + "/why").toString()).doesNotContain("secret-key");
  }

  /** Whoever runs a server from it can sign what they like, and let in an agent of their own. */
  @Test
  void the_whole_data_folder_does_not_suffice_to_open_one() throws IOException {
    joined("edge");
    set(FIRST);
    server.api().addApplication(repo.url());
    server.api().awaitInForce("shop", "staging", repo.push("Refer to a sealed secret"));
    agents.removeFirst().close();
    server.close();
    Path theirs = folder.resolve("theirs");
    copied(folder.resolve("data"), theirs.resolve("data"));

    try (ServerProcess thief = ServerProcess.at(theirs.resolve("data"), "127.0.0.1:0")) {
      thief.api().apply("{target: theirs, environment: staging}");
      thief.api().post("/api/v1/environments/staging/targets/edge/pause", because());
      RemoteAgent.joined(
          thief.api(), thief.address(), "staging", "theirs", theirs.resolve("agent"));
      agents.add(RemoteAgent.run(theirs.resolve("agent")));
      repo.with("NOTES", "Give it to me.");
      repo.push("Open it here");

      awaitWhy(thief.api(), "secret-key-awaited", "staging/theirs waits for the key");
      assertThat(theirs.resolve("agent/sealed/key")).doesNotExist();
    }
    assertThat(had()).containsExactly(FIRST);
    assertThat(new Canaries(List.of(FIRST)).under(theirs)).isEmpty();
  }

  private static JsonNode because() {
    return Api.JSON.createObjectNode().put("because", "It is not theirs.");
  }

  private static void copied(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(each, copy);
      }
    }
  }

  @Test
  void where_nobody_has_the_key_any_more_another_is_another_beginning() throws IOException {
    joined("edge");
    set(FIRST);
    server.api().addApplication(repo.url());
    server.api().awaitInForce("shop", "staging", repo.push("Refer to a sealed secret"));
    agents.removeFirst().close();
    Files.delete(folder.resolve("edge/sealed/key"));
    agents.add(RemoteAgent.run(folder.resolve("edge")));

    person().run("secret", "rekey", "staging").orFail();
    set(SECOND);
    document(2);
    server.api().awaitInForce("shop", "staging", repo.push("Take the new password"));
    assertThat(had()).containsExactly(FIRST, SECOND);
  }

  private static void awaitWhy(Api api, String... words) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    String why = "";
    while (System.nanoTime() < end) {
      why = api.get(STAGING + "/why").toString();
      if (Stream.of(words).allMatch(why::contains)) {
        return;
      }
      Pause.briefly();
    }
    throw new AssertionError(why);
  }
}
