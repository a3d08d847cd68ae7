package dev.slipway.source.git;

import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Finds a commit in the mirror, or fetches once and looks again. A commit is never asked for by its
 * id: on a host with forks that would give commits that no branch of this repository ever held.
 */
final class Commits {

  private static final int SHA1_LENGTH = 40;

  private Commits() {}

  /** What is done with a commit that is here. */
  @FunctionalInterface
  interface Use<T> {
    Reading<T> of(CommitTree tree) throws IOException;
  }

  static <T> Reading<T> here(Copy copy, Sha sha, Use<T> use) throws IOException {
    if (sha.value().length() != SHA1_LENGTH) {
      return new Reading.Unusable<>(
          new Reason(
              "repository-object-format", "Commit ids of 64 digits (SHA-256) are not supported."));
    }
    return or(
        copy.read(objects -> ifHeld(objects, sha, use)),
        () ->
            switch (copy.fetchEverything()) {
              case Fetched.Whole() ->
                  or(copy.read(objects -> ifHeld(objects, sha, use)), () -> notFound(sha));
              case Fetched.InPart() ->
                  or(copy.read(objects -> ifHeld(objects, sha, use)), () -> anew(copy, sha, use));
              case Fetched.Not(Reason because) -> new Reading.Unavailable<>(because);
            });
  }

  private static <T> Reading<T> anew(Copy copy, Sha sha, Use<T> use) throws IOException {
    return copy.fetchAnew() instanceof Fetched.Not(Reason because)
        ? new Reading.Unavailable<>(because)
        : or(copy.read(objects -> ifHeld(objects, sha, use)), () -> notFound(sha));
  }

  private static <T> Reading<T> notFound(Sha sha) {
    return new Reading.Unusable<>(
        new Reason(
            "commit-not-found",
            "No branch or tag of the repository holds the commit " + sha + "."));
  }

  /** What to do when the commit is not there. */
  @FunctionalInterface
  private interface Otherwise<T> {
    Reading<T> read() throws IOException;
  }

  private static <T> Reading<T> or(Reading<Optional<Reading<T>>> looked, Otherwise<T> otherwise)
      throws IOException {
    if (!(looked instanceof Reading.Read<Optional<Reading<T>>>(Optional<Reading<T>> found))) {
      return Readings.failed(looked);
    }
    return found.isPresent() ? found.get() : otherwise.read();
  }

  private static <T> Reading<Optional<Reading<T>>> ifHeld(
      Repository repository, Sha sha, Use<T> use) throws IOException {
    if (!new MirroredObjects(repository).hasCommit(sha)) {
      return new Reading.Read<>(Optional.empty());
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      return new Reading.Read<>(Optional.of(use.of(CommitTree.of(reader, sha))));
    }
  }
}
