package dev.slipway.bench.goal;

import dev.slipway.app.outside.Hook;
import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Changes;
import dev.slipway.bench.driver.Connection;
import dev.slipway.bench.driver.Round;
import dev.slipway.bench.driver.StartSeen;
import dev.slipway.bench.subject.Api;
import dev.slipway.bench.subject.Caches;
import dev.slipway.bench.subject.Folder;
import dev.slipway.bench.subject.Origin;
import dev.slipway.bench.subject.Subject;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;

/** A running server with one application, somebody who sends, and somebody who waits. */
final class Workbench implements AutoCloseable {

  /** The type of the events that deploy. */
  static final String BUILT = "dev.example.built";

  private static final int ACCEPTED = 202;

  private final Subject subject;
  private final StartSeen starts;
  private final Api api;
  private final Connection sender;
  private final Changes changes;
  private final InstantSource clock;

  private Workbench(
      Subject subject,
      StartSeen starts,
      Api api,
      Connection sender,
      Changes changes,
      InstantSource clock) {
    this.subject = subject;
    this.starts = starts;
    this.api = api;
    this.sender = sender;
    this.changes = changes;
    this.clock = clock;
  }

  static Workbench in(Folder folder, Caches caches, InstantSource clock) throws IOException {
    Subject subject = Subject.startCounted(folder, caches);
    URI address = subject.address();
    Api api = Api.at(address, subject.token());
    return new Workbench(
        subject,
        StartSeen.at(folder.resolve("starts")),
        api,
        Connection.to(address),
        Changes.follow(address, "", api.credentials()),
        clock);
  }

  Subject subject() {
    return subject;
  }

  StartSeen starts() {
    return starts;
  }

  Hook hook(String kind) {
    return api.createHook(kind);
  }

  /** Brings in an application whose service is the command that is seen to start. */
  String add(Origin origin, String application, String trigger) {
    String sha =
        origin.push(
            "slipway.yaml",
            """
            application: %s
            services:
              deploy:
                command: %s
            route: [%s]
            triggers:
              - %s
            """
                .formatted(application, String.join(" ", starts.command()), application, trigger));
    api.addApplication(origin.url());
    return sha;
  }

  Round deployByEvent(Hook hook, String application, String sha) throws IOException {
    return round(hook, hook.event(BUILT, application, sha, clock.instant().getEpochSecond()));
  }

  Round deployByPush(Hook hook, String repository, String sha) throws IOException {
    return round(hook, hook.push(repository, sha));
  }

  private Round round(Hook hook, Hook.Message message) throws IOException {
    starts.forget();
    changes.forget();
    long began = System.nanoTime();
    int status = sender.ask("POST", hook.path(), message.headers(), message.body()).status();
    if (status != ACCEPTED) {
      throw new BenchFailed("A webhook was answered with " + status);
    }
    return new Round(starts.await() - began, changes.awaitSettled() - began);
  }

  @Override
  public void close() {
    changes.close();
    sender.close();
    api.close();
    subject.close();
    starts.close();
  }
}
