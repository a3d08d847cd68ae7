package dev.slipway.app.trial;

import dev.slipway.agent.Settings;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.app.agent.AgentProcess;
import dev.slipway.app.port.LogJournal;
import dev.slipway.app.verb.AgentVerbs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine;

/**
 * Server, agent and client in one process, which does what those of the trials do, and does it
 * twice: the build has a JVM look on and keep in an AOT cache what it saw. The argument is a
 * folder.
 */
final class AllInOne {

  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final List<String> QUESTIONS =
      List.of("status", "history shop", "why shop/staging", "show shop/staging#1", "queue");

  private final Path data;
  private final Path edge;
  private final Repo repo;

  private AllInOne(Path folder) {
    data = folder.resolve("data");
    edge = folder.resolve("edge");
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './deploy {sha}'}
          web:
            run: %s
            health: {path: /, within: 60s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(Shelf.words()));
    repo.with("deploy", "#!/bin/sh\necho $1\n");
    repo.push("Begin");
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    AllInOne all = new AllInOne(folder);
    try {
      String listened = all.firstDay();
      all.secondDay(listened);
    } finally {
      Leftovers.end(folder);
    }
    System.exit(0);
  }

  /** Says where the server listened, for the agent looks there for the next one. */
  private String firstDay() throws IOException {
    try (Running slipway = Running.start(data, OFTEN)) {
      Api api = slipway.api();
      api.apply("environment: staging", "{target: edge, environment: staging}");
      join(slipway, api.joinToken("staging", "edge"));
      api.addApplication(repo.url());
      deliver(slipway, "First");
      return slipway.server().address().getAuthority();
    }
  }

  private void secondDay(String listened) throws IOException {
    String[] words = listened.split(":", 2);
    InetSocketAddress listen =
        InetSocketAddress.createUnresolved(words[0], Integer.parseInt(words[1]));
    try (Running slipway = Running.at(data, listen, OFTEN)) {
      deliver(slipway, "Second");
    }
  }

  private void deliver(Running slipway, String message) throws IOException {
    Api api = slipway.api();
    try (AgentProcess agent = agent()) {
      Thread _ = Thread.ofPlatform().daemon().start(() -> run(agent));
      Api.Hook hook = api.openHook("github");
      String sha = repo.push(message);
      String id = UUID.randomUUID().toString();
      api.push(hook, repo.url(), "refs/heads/main", "0".repeat(40), sha, id);
      api.awaitInForce("shop", "staging", sha);
      QUESTIONS.forEach(line -> slipway.starter().run(line.split(" ", -1)).orFail());
    }
  }

  private void join(Running slipway, String token) {
    String address = slipway.server().address().toString();
    int exit =
        new CommandLine(new AgentVerbs())
            .execute("join", address, "--token", token, "--data", edge.toString());
    if (exit != 0) {
      throw new AssertionError("The agent did not join: " + exit);
    }
  }

  private AgentProcess agent() throws IOException {
    return new AgentProcess(AgentFolder.open(edge), Settings.STANDARD, "trial", new LogJournal());
  }

  private static void run(AgentProcess agent) {
    try {
      agent.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
