package dev.slipway.source;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.model.need.Need;

/**
 * Asks the Git hosts of repositories for deployments. Blocks on I/O and is called from threads of
 * the loop's choosing; thread-safe. Never throws for what it is answered.
 */
public interface Deployments {

  /** What is said of a repository whose host nobody may ask. */
  Reason NOT_ASKED =
      new Reason(
          "deployments-not-asked",
          "The repository lies at no GitHub that this server may ask. Start it with --github or"
              + " --github-app for that GitHub, or take 'deployment' out of the guardrails.");

  /** Nobody is asked. */
  Deployments NONE =
      new Deployments() {
        @Override
        public boolean keeps(RepositoryUrl repository) {
          return false;
        }

        @Override
        public Reading<DeploymentWord> ask(Need.DeploymentOf need) {
          return new Reading.Unusable<>(NOT_ASKED);
        }
      };

  /** Whether the host of this repository may be asked; says so at once. */
  boolean keeps(RepositoryUrl repository);

  /**
   * Has the host keep a deployment of the delivery, and says what it answers. One that was made for
   * the same delivery on the same terms is found again; so asking twice leaves one.
   *
   * <p>{@link Reading.Unavailable} where the host could not be asked, for whatever reason; then
   * there may be a deployment or not.
   */
  Reading<DeploymentWord> ask(Need.DeploymentOf need);
}
