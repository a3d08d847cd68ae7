package dev.slipway.runtime.conformance;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Archives;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Builds assignments and converges them. */
public final class Bench {

  public static final Slot SLOT =
      new Slot(
          new TargetId(new EnvironmentName("staging"), new TargetName("local")),
          new ApplicationName("shop"));

  private final Map<Digest, Tar> archives = new HashMap<>();

  public Archives archives() {
    return digest ->
        Optional.ofNullable(archives.get(digest))
            .orElseThrow(() -> new IOException("No such archive."))
            .stream();
  }

  public Release release(
      Tar tar, Workload workload, Optional<HealthCheck> health, Timeouts timeouts) {
    archives.put(tar.digest(), tar);
    return new Release(
        new ServiceName("web"),
        new Artifact.CommitArchive(
            new RepositoryUrl("https://git.example/shop.git"),
            new Sha("a".repeat(40)),
            tar.digest()),
        workload,
        health,
        new TreeMap<>(),
        timeouts);
  }

  public static List<Template> words(String... words) {
    return List.of(words).stream().map(Template::new).toList();
  }

  public static Workload command(String... words) {
    return new Workload.Command(words(words), false);
  }

  public static Timeouts timeouts(Duration total, Duration noOutput) {
    return new Timeouts(total, noOutput);
  }

  public static Assignment assignment(long position, Release... releases) {
    return new Assignment(
        SLOT,
        new Fence(1, new Position(position)),
        List.of(releases).stream()
            .map(release -> new Assignment.Share(release.artifact().digest(), release))
            .toList());
  }

  public Context context(Context.Attempt attempt, Cancellation cancellation) {
    return new Context(attempt, archives(), _ -> {}, cancellation, InstantSource.system());
  }

  public Outcome converge(Adapter adapter, Assignment assignment, Context.Attempt attempt) {
    return join(adapter.converge(assignment, context(attempt, new Cancellation())));
  }

  /** The outcome, awaited for half a minute at most. */
  public static Outcome join(CompletionStage<Outcome> stage) {
    try {
      return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
