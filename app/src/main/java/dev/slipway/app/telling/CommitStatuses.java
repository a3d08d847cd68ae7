package dev.slipway.app.telling;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.notification.Cargo;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Receiver;
import dev.slipway.outlet.Dispatch.Sent;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.github.GitHubOutlet;
import dev.slipway.source.Reading;
import dev.slipway.source.github.GitHubStatuses;
import java.time.Instant;
import java.util.Optional;

/**
 * Has the outlet word a status, and GitHub keep it. What has no status, or lies elsewhere, is told
 * nobody, and that is well. Thread-safe.
 *
 * @param link where people read about deliveries
 */
record CommitStatuses(GitHubStatuses github, Optional<String> link) {

  Sent set(Receiver.GitHub receiver, Telling telling, Instant now) {
    if (telling.rehearsal()) {
      return new Sent.Declined("A status belongs to a commit, and a test has none.");
    }
    Happening last = telling.last();
    Optional<RepositoryUrl> repository = last.cargo().map(Cargo::repository).filter(github::keeps);
    Optional<Sha> sha = last.sha().filter(_ -> GitHubOutlet.isStatus(telling));
    if (repository.isEmpty() || sha.isEmpty()) {
      return new Sent.Delivered();
    }
    GitHubOutlet outlet = new GitHubOutlet(receiver.context(), link);
    String body = outlet.message(telling, now).body();
    return switch (github.set(repository.orElseThrow(), sha.orElseThrow(), body)) {
      case Reading.Read<Boolean> _ -> new Sent.Delivered();
      case Reading.Unusable<Boolean>(Reason because) -> new Sent.Declined(because.sentence());
      case Reading.Unavailable<Boolean>(Reason because) -> new Sent.Failed(because.sentence());
    };
  }
}
