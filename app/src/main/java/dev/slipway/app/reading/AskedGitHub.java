package dev.slipway.app.reading;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.model.need.Need;
import dev.slipway.outlet.github.AskedDeployment;
import dev.slipway.outlet.github.DeploymentOutlet;
import dev.slipway.source.Deployments;
import dev.slipway.source.Reading;
import dev.slipway.source.github.GitHubDeployments;
import dev.slipway.source.github.GitHubDeployments.Stamp;

/**
 * Has the outlet word the deployment that is asked for, as it words those that are told, and GitHub
 * say whether there is one. Thread-safe.
 */
public record AskedGitHub(GitHubDeployments github) implements Deployments {

  @Override
  public boolean keeps(RepositoryUrl repository) {
    return github.keeps(repository);
  }

  @Override
  public Reading<DeploymentWord> ask(Need.DeploymentOf need) {
    AskedDeployment asked = new AskedDeployment(need);
    return github.ask(
        new GitHubDeployments.Wish(
            need.repository(),
            need.sha(),
            DeploymentOutlet.TASK,
            asked.environment(),
            new Stamp(DeploymentOutlet.KEY, asked.delivery()),
            new Stamp(AskedDeployment.TERMS, asked.terms()),
            asked.deployment()));
  }
}
