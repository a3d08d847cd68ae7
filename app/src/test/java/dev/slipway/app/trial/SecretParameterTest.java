package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.outside.Person;
import dev.slipway.app.outside.Person.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deploy that is given which sealed secret a process is to have, by the command line. */
class SecretParameterTest {

  private static final String STAGING = "/api/v1/applications/shop/environments/staging";
  private static final String FIRST = "canary-51c7 / of the first partner";
  private static final String SECOND = "canary-a80e / of the second partner";
  private static final String TYPED = "canary-77d2 / typed where a name is wanted";

  @TempDir private Path folder;
  private ServerProcess server;
  private RemoteAgent agent;
  private Person person;

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    server
        .api()
        .apply(
            "{environment: staging, rollouts: {at_once: 100%}}",
            "{target: edge, environment: staging}");
    RemoteAgent.joined(server.api(), server.address(), "staging", "edge", folder.resolve("edge"));
    agent = RemoteAgent.run(folder.resolve("edge"));
    person = new Person(server.address(), Files.readString(folder.resolve("data/token")).strip());
    Repo repo = Repo.in(folder.resolve("repo"));
    Path web = folder.resolve("web");
    Files.writeString(
        web,
        """
        #!/bin/sh
        echo "$API_TOKEN" >> FOLDER/had
        echo "connects with $API_TOKEN"
        exec sleep 600
        """
            .replace("FOLDER", folder.toString()));
    Files.setPosixFilePermissions(web, PosixFilePermissions.fromString("rwxr-xr-x"));
    repo.with("web", Files.readString(web));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        parameters:
          api_token: {type: secret}
        services:
          web:
            run: ./web
            secrets:
              API_TOKEN: {param: api_token}
        route: [staging]
        """);
    repo.push("Let whoever deploys say the token");
    server.api().addApplication(repo.url());
  }

  @AfterEach
  void stop() {
    agent.close();
    server.close();
    Leftovers.end(folder);
  }

  private void sealed(String value) {
    person.piping(value + "\n", "secret", "set", "staging", "partner-token").orFail();
  }

  private Ended deploy(String value) {
    return person.run(
        "deploy", "shop", "--to", "staging", "--param", "api_token=" + value, "--wait");
  }

  private List<String> had() throws IOException {
    return Files.readAllLines(folder.resolve("had"));
  }

  @Test
  void the_process_has_the_secret_that_was_named_and_a_value_that_was_typed_is_nowhere()
      throws IOException {
    Ended unknown = deploy("partner-token");
    assertThat(unknown.exit()).isOne();
    assertThat(unknown.err())
        .contains("Set it there first: slipway secret set staging partner-token.");

    sealed(FIRST);
    Ended typed = deploy(TYPED);
    assertThat(typed.exit()).isOne();
    assertThat(typed.err()).contains("has to be the name of a sealed secret");

    deploy("partner-token").orFail();
    assertThat(had()).containsExactly(FIRST);
    sealed(SECOND);
    deploy("partner-token").orFail();
    assertThat(had()).containsExactly(FIRST, SECOND);
    assertThat(server.api().get(STAGING + "/deliveries/2/difference").toString())
        .contains("sealed partner-token, version 1", "sealed partner-token, version 2");
    assertThat(person.run("explain", "shop/staging").orFail())
        .contains("parameter api_token: sealed partner-token, version 2");
    deploy("partner-token@1").orFail();
    assertThat(had()).containsExactly(FIRST, SECOND, FIRST);

    Canaries canaries = new Canaries(List.of(FIRST, SECOND, TYPED));
    assertThat(canaries.in("what was said", typed.out() + typed.err())).isEmpty();
    assertThat(canaries.in(server.api())).isEmpty();
    assertThat(canaries.under(folder.resolve("data"))).isEmpty();
    assertThat(canaries.in("log", RemoteAgent.logged(folder.resolve("edge")))).isEmpty();
  }
}
