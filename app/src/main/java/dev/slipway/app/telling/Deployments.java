package dev.slipway.app.telling;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.notification.Cargo;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Receiver;
import dev.slipway.outlet.Dispatch.Sent;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.github.AskedDeployment;
import dev.slipway.outlet.github.DeploymentOutlet;
import dev.slipway.source.Reading;
import dev.slipway.source.github.GitHubDeployments;
import dev.slipway.source.github.GitHubDeployments.Stamp;
import java.util.Optional;

/**
 * Has the outlet word a deployment and its state, and GitHub keep them. What has none, or lies
 * elsewhere, is told nobody, and that is well. Thread-safe.
 *
 * @param link where people read about deliveries
 */
record Deployments(GitHubDeployments github, Optional<String> link) {

  Sent tell(Receiver.GitHubDeployments receiver, Telling telling) {
    if (telling.rehearsal()) {
      return new Sent.Declined("A deployment belongs to a commit, and a test has none.");
    }
    Happening last = telling.last();
    Optional<RepositoryUrl> repository = last.cargo().map(Cargo::repository).filter(github::keeps);
    Optional<Sha> sha = last.sha().filter(_ -> DeploymentOutlet.isDeployment(telling));
    if (repository.isEmpty() || sha.isEmpty()) {
      return new Sent.Delivered();
    }
    DeploymentOutlet outlet = new DeploymentOutlet(receiver, link);
    GitHubDeployments.Wish wish =
        new GitHubDeployments.Wish(
            repository.orElseThrow(),
            sha.orElseThrow(),
            DeploymentOutlet.TASK,
            outlet.environment(telling),
            new Stamp(DeploymentOutlet.KEY, DeploymentOutlet.delivery(telling)),
            new Stamp(AskedDeployment.TERMS, ""),
            outlet.deployment(telling));
    return switch (github.tell(wish, outlet.status(telling))) {
      case Reading.Read<Boolean> _ -> new Sent.Delivered();
      case Reading.Unusable<Boolean>(Reason because) -> new Sent.Declined(because.sentence());
      case Reading.Unavailable<Boolean>(Reason because) -> new Sent.Failed(because.sentence());
    };
  }
}
