package dev.slipway.loop.keeper;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.source.Deployments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Git hosts said last of the deployment of each delivery, of those asked for last. Whoever
 * asks says how old that may be, so that a delivery that is looked at often asks no more often than
 * its turns. Thread-safe.
 */
final class RememberedDeployments {

  private static final int DELIVERIES_MAX = 1_000;

  private final Deployments hosts;
  private final Map<Question, Fact> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Fact> eldest) {
          return size() > DELIVERIES_MAX;
        }
      };

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
        ? remembered(need).map(Fact::answer)
        : Optional.of(new Answer.Unusable(Deployments.NOT_ASKED));
  }

  private synchronized Optional<Fact> remembered(Need.DeploymentOf need) {
    return Optional.ofNullable(answers.get(Question.of(need)))
        .filter(answer -> !answer.at().isBefore(need.since()));
  }

  /** Keeps an answer, unless a later one is there. */
  synchronized void remember(Need.DeploymentOf need, Fact answer) {
    answers.merge(
        Question.of(need), answer, (one, other) -> other.at().isBefore(one.at()) ? one : other);
  }
}
