package dev.slipway.loop.access;

import dev.slipway.loop.door.Commits;
import dev.slipway.loop.keeper.Answers;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads commits in the lane of their repository, off everybody's turn. */
public final class RepositoryCommits implements Commits {

  private final Repository repository;
  private final Workers workers;

  public RepositoryCommits(Repository repository, Workers workers) {
    this.repository = repository;
    this.workers = workers;
  }

  @Override
  public CompletionStage<Meant> meaning(RepositoryUrl url, Optional<String> revision) {
    return asked(
        url,
        () -> repository.resolve(url, revision),
        resolved -> new Meant.Known(resolved.sha(), resolved.ref()),
        Meant.Unknown::new);
  }

  @Override
  public CompletionStage<Related> inclusion(RepositoryUrl url, Sha commit, Sha other) {
    return asked(
        url,
        () -> repository.inclusion(url, commit, other),
        Related.Known::new,
        Related.Unknown::new);
  }

  @Override
  public CompletionStage<Told> between(RepositoryUrl url, Optional<Sha> base, Sha head) {
    return asked(url, () -> repository.log(url, base, head), Told.Known::new, Told.Unknown::new);
  }

  /** Asks in the repository's lane; whether it cannot say or cannot be reached is one to people. */
  private <T, A> CompletionStage<A> asked(
      RepositoryUrl url,
      Supplier<Reading<T>> reading,
      Function<T, A> known,
      Function<Reason, A> unknown) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    workers.execute(
        Answers.laneOf(url), () -> answer.complete(said(reading.get(), known, unknown)));
    return answer;
  }

  private static <T, A> A said(
      Reading<T> reading, Function<T, A> known, Function<Reason, A> unknown) {
    return switch (reading) {
      case Reading.Read<T>(var value) -> known.apply(value);
      case Reading.Unusable<T>(var because) -> unknown.apply(because);
      case Reading.Unavailable<T>(var because) -> unknown.apply(because);
    };
  }
}
