package dev.slipway.app.rehearsal;

import dev.slipway.app.outside.Hook;
import dev.slipway.app.outside.WorkingCopy;
import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.Server;
import dev.slipway.app.server.ServerOptions;
import dev.slipway.model.Sha;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A server is started, told of pushes and builds, asked, stopped, and started over what it had
 * written. A JVM that looks on learns which classes a server needs and which of its methods are
 * hot, and keeps that in an AOT cache for the servers to come.
 */
public final class Rehearsal {

  private static final String APPLICATION = "rehearsal";
  private static final String BUILT = "dev.example.built";
  private static final List<String> ROUTE = List.of("first", "second");
  private static final int PUSHES = 10;
  private static final int BUILDS = 60;
  private static final int WISHES = 20;
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(15);

  private static final List<String> QUESTIONS =
      List.of("placements", "applications", "environments", "shipments", "events", "activity");

  private final DataFolder data;
  private final WorkingCopy repository;

  private Rehearsal(DataFolder data, WorkingCopy repository) {
    this.data = data;
    this.repository = repository;
  }

  /**
   * Rehearses in a folder, which is made where it is missing, and is its caller's to remove.
   *
   * @throws IllegalStateException when the server does not do as it should
   */
  public static void in(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Rehearsal rehearsal =
        new Rehearsal(
            new DataFolder(folder.resolve("data")), WorkingCopy.make(folder, APPLICATION));
    Sha last = rehearsal.firstDay();
    rehearsal.secondDay(last);
  }

  /** An application comes, its pushes and builds travel; returns its newest commit. */
  private Sha firstDay() throws IOException, InterruptedException {
    repository.write(
        "slipway.yaml",
        """
        application: %s
        services:
          deploy:
            command: sh deploy.sh {environment} {sha}
        route: [%s]
        triggers:
          - {on: push, branch: main}
          - {on: event, type: %s}
        """
            .formatted(APPLICATION, String.join(", ", ROUTE), BUILT));
    Sha sha = push(0);
    try (Server server = start()) {
      Visitor visitor = visitor(server);
      visitor.addApplication(repository.url());
      Audience audience = Audience.of(server.address(), visitor.token());
      Hook pushed = visitor.hook("github");
      for (int i = 1; i <= PUSHES; i++) {
        sha = push(i);
        visitor.tellOfPush(pushed, repository.url(), sha);
        audience.await(ROUTE.size());
      }
      Hook built = visitor.hook("events");
      for (int i = 0; i < BUILDS; i++) {
        visitor.tellOfBuild(built, BUILT, APPLICATION, sha);
        audience.await(ROUTE.size());
      }
      return sha;
    }
  }

  /** Over what the first day left, somebody asks, and wishes for more than can be done at once. */
  private void secondDay(Sha sha) throws IOException, InterruptedException {
    try (Server server = start()) {
      Visitor visitor = visitor(server);
      Audience audience = Audience.of(server.address(), visitor.token());
      for (int i = 0; i < WISHES; i++) {
        visitor.deploy(APPLICATION, ROUTE.get(i % ROUTE.size()), sha);
      }
      audience.await(WISHES);
      QUESTIONS.forEach(question -> visitor.get("/api/v1/" + question));
    }
  }

  private Sha push(int number) {
    repository.write("deploy.sh", "echo \"$1 $2 %d\"\n".formatted(number));
    return repository.push("Number " + number);
  }

  private Server start() {
    return Server.start(
        new ServerOptions(data, InetSocketAddress.createUnresolved("127.0.0.1", 0), POLL_INTERVAL));
  }

  private Visitor visitor(Server server) throws IOException {
    String token = Files.readString(data.root().resolve("token")).strip();
    return new Visitor(server.address(), token, InstantSource.system());
  }
}
