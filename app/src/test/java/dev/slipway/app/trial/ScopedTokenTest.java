package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.outside.Person;
import dev.slipway.app.outside.Person.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release tool's token, made as the docs say, for one application in one environment. */
class ScopedTokenTest {

  @TempDir private Path folder;
  private ServerProcess server;
  private Repo repo;
  private Person tool;

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.start(folder.resolve("data"));
    repo = Repo.ofCommand(folder, folder.resolve("ran"));
    server.api().addApplication(repo.url());
    String sha = repo.push("Go everywhere");
    server.api().awaitInForce("shop", "staging", sha);
    Person admin =
        new Person(server.address(), Files.readString(folder.resolve("data/token")).strip());
    String line = "token create tool --role deployer --app shop --env staging";
    tool = new Person(server.address(), admin.run(line.split(" ")).orFail());
  }

  @AfterEach
  void stop() {
    server.close();
    Leftovers.end(folder);
  }

  private Ended type(String line) {
    return tool.run(line.split(" "));
  }

  @Test
  void it_does_all_that_a_deployer_does_there() {
    server.api().awaitInForce("shop", "staging", repo.push("Have something to go back from"));
    for (String line :
        List.of(
            "preview shop",
            "deploy shop --to staging --dry-run",
            "deploy shop --to staging --force --wait",
            "wait shop/staging",
            "status",
            "history shop/staging",
            "why shop/staging",
            "explain shop/staging",
            "diff shop/staging#2",
            "logs shop/staging#2",
            "queue",
            "pause shop/staging --reason Wait",
            "resume shop/staging",
            "rollback shop/staging --wait",
            "lock --app shop --env staging --reason Wait")) {
      Ended ended = type(line);
      assertThat(ended.exit()).as("%s: %s", line, ended.err()).isZero();
    }
  }

  @Test
  void of_what_is_beside_it_nothing_is_known_to_it() {
    for (String line :
        List.of(
            "deploy shop --to dev",
            "deploy shop --to dev --dry-run",
            "deploy other --to staging",
            "why shop/dev",
            "explain shop/dev",
            "diff shop/dev#1",
            "logs shop/dev#1",
            "pause shop/dev --reason Wait",
            "rollback shop/dev")) {
      Ended ended = type(line);
      assertThat(ended.exit()).as(line).isOne();
      assertThat(ended.err()).as(line).contains("There is no such thing here.");
    }
    assertThat(type("status").out()).contains("staging").doesNotContain("dev");
    assertThat(type("lock --env staging --reason Wait").exit()).isOne();
  }
}
