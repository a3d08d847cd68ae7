package dev.slipway.loop.access;

import dev.slipway.loop.door.Commits;
import dev.slipway.loop.keeper.Answers;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Inclusion;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
    CompletableFuture<Meant> meant = new CompletableFuture<>();
    workers.execute(
        Answers.laneOf(url), () -> meant.complete(meant(repository.resolve(url, revision))));
    return meant;
  }

  private static Meant meant(Reading<Repository.Resolved> reading) {
    return switch (reading) {
      case Reading.Read<Repository.Resolved>(var resolved) ->
          new Meant.Known(resolved.sha(), resolved.ref());
      case Reading.Unusable<Repository.Resolved>(var because) -> new Meant.Unknown(because);
      case Reading.Unavailable<Repository.Resolved>(var because) -> new Meant.Unknown(because);
    };
  }

  @Override
  public CompletionStage<Related> inclusion(RepositoryUrl url, Sha commit, Sha other) {
    CompletableFuture<Related> related = new CompletableFuture<>();
    workers.execute(
        Answers.laneOf(url),
        () -> related.complete(related(repository.inclusion(url, commit, other))));
    return related;
  }

  private static Related related(Reading<Inclusion> reading) {
    return switch (reading) {
      case Reading.Read<Inclusion>(Inclusion inclusion) -> new Related.Known(inclusion);
      case Reading.Unusable<Inclusion>(var because) -> new Related.Unknown(because);
      case Reading.Unavailable<Inclusion>(var because) -> new Related.Unknown(because);
    };
  }

  @Override
  public CompletionStage<Told> between(RepositoryUrl url, Optional<Sha> base, Sha head) {
    CompletableFuture<Told> told = new CompletableFuture<>();
    workers.execute(
        Answers.laneOf(url), () -> told.complete(told(repository.log(url, base, head))));
    return told;
  }

  private static Told told(Reading<CommitLog> reading) {
    return switch (reading) {
      case Reading.Read<CommitLog>(CommitLog log) -> new Told.Known(log);
      case Reading.Unusable<CommitLog>(var because) -> new Told.Unknown(because);
      case Reading.Unavailable<CommitLog>(var because) -> new Told.Unknown(because);
    };
  }
}
