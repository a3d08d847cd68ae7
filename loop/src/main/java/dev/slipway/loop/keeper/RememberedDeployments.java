package dev.slipway.loop.keeper;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.source.Deployments;
import java.util.Optional;

/**
 * What Git hosts said last of the deployment of each delivery, so that one that is looked at often
 * asks no more often than its turns. Thread-safe.
 */
final class RememberedDeployments {

  private final Deployments hosts;
  private final LastFacts<Question> answers = new LastFacts<>();

  RememberedDeployments(Deployments hosts) {
    this.hosts = hosts;
  }

  private record Question(
      Organisation organisation, DeliveryId delivery, Sha sha, DeploymentPolicy asked) {
    static Question of(Need.DeploymentOf need) {
      return new Question(need.organisation(), need.delivery(), need.sha(), need.asked());
    }
  }

  /** What can be said without asking anybody. */
  Optional<Answer> answer(Need.DeploymentOf need) {
    return hosts.keeps(need.repository())
        ? answers.since(Question.of(need), need.since()).map(Fact::answer)
        : Optional.of(new Answer.Unusable(Deployments.NOT_ASKED));
  }

  void remember(Need.DeploymentOf need, Fact answer) {
    answers.remember(Question.of(need), answer);
  }
}
