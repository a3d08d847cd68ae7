package dev.slipway.http.resource;

import dev.slipway.http.Doors;
import dev.slipway.loop.door.Commits.Meant;
import dev.slipway.loop.door.Commits.Related;
import dev.slipway.loop.door.Commits.Told;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Asks repositories which commits lie between two, with patience that ends. */
final class Comparison {

  /** How long a repository may keep the rest of the answer waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Told NOTHING = new Told.Known(new CommitLog(List.of(), 0, true));
  private static final Told ELSEWHERE =
      new Told.Unknown(new Reason("other-repository", "The two come from different repositories."));
  private static final Reason SLOW =
      new Reason(
          "repository-slow", "The repository has not answered within 10 s. Ask again later.");

  private final Doors doors;

  Comparison(Doors doors) {
    this.doors = doors;
  }

  /**
   * A commit and where it comes from.
   *
   * @param repository its address
   */
  record Point(RepositoryUrl repository, Sha sha) {

    static Point of(Change change) {
      return switch (change.artifact()) {
        case Artifact.CommitArchive archive -> new Point(archive.repository(), change.sha());
      };
    }
  }

  /** Which commit words mean in a repository. */
  CompletionStage<Meant> meaning(RepositoryUrl repository, Optional<String> revision) {
    return patiently(doors.commits().meaning(repository, revision), new Meant.Unknown(SLOW));
  }

  /** What a commit is to one that is in force. */
  CompletionStage<Related> inclusion(Point inForce, Sha commit) {
    return patiently(
        doors.commits().inclusion(inForce.repository(), inForce.sha(), commit),
        new Related.Unknown(SLOW));
  }

  /** The commits that lead to a head and not to a base; without a base, all of them. */
  CompletionStage<Told> between(Optional<Point> base, Point head) {
    if (base.filter(head::equals).isPresent()) {
      return CompletableFuture.completedStage(NOTHING);
    }
    if (base.filter(point -> !point.repository().equals(head.repository())).isPresent()) {
      return CompletableFuture.completedStage(ELSEWHERE);
    }
    return patiently(
        doors.commits().between(head.repository(), base.map(Point::sha), head.sha()),
        new Told.Unknown(SLOW));
  }

  /** The commits that come with a head, and those that go with it. */
  <T> CompletionStage<T> bothWays(
      Optional<Point> before, Point head, BiFunction<Told, Told, T> telling) {
    CompletionStage<Told> takenBack =
        before
            .map(point -> between(Optional.of(head), point))
            .orElseGet(() -> CompletableFuture.completedStage(NOTHING));
    return between(before, head).thenCombineAsync(takenBack, telling, doors.answering());
  }

  private static <T> CompletionStage<T> patiently(CompletionStage<T> asked, T otherwise) {
    return asked
        .toCompletableFuture()
        .completeOnTimeout(otherwise, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
