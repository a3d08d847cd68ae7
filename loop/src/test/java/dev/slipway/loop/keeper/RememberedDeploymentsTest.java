package dev.slipway.loop.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import dev.slipway.source.Deployments;
import dev.slipway.source.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a Git host said of a deployment, and for whom it is new enough. */
class RememberedDeploymentsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final RepositoryUrl HERE = new RepositoryUrl("https://git.example/shop");
  private static final RepositoryUrl ELSEWHERE = new RepositoryUrl("https://git.example/mail");
  private static final DeliveryId DELIVERY =
      new DeliveryId(
          new Placement(new ApplicationName("shop"), new EnvironmentName("production")), 7);
  private static final DeploymentWord WORD =
      new DeploymentWord.NotYet(new Reason("github-merged", "It merged first."));

  private final RememberedDeployments remembered =
      new RememberedDeployments(
          new Deployments() {
            @Override
            public boolean keeps(RepositoryUrl repository) {
              return repository.equals(HERE);
            }

            @Override
            public Reading<DeploymentWord> ask(Need.DeploymentOf need) {
              return new Reading.Read<>(WORD);
            }
          });

  private static DeploymentPolicy policy(boolean merges) {
    return new DeploymentPolicy(
        Optional.empty(),
        Optional.of(List.of()),
        merges,
        false,
        Production.BY_NAME,
        Duration.ofHours(1));
  }

  private static Need.DeploymentOf need(
      RepositoryUrl repository, boolean merges, int secondsAfterNoon) {
    return new Need.DeploymentOf(
        Organisation.MAIN,
        DELIVERY,
        repository,
        new Sha("0".repeat(39) + "1"),
        policy(merges),
        NOON.plusSeconds(secondsAfterNoon));
  }

  private static Need.DeploymentOf need(int secondsAfterNoon) {
    return need(HERE, false, secondsAfterNoon);
  }

  private static Fact said(int secondsAfterNoon) {
    return new Fact(
        need(secondsAfterNoon), new Answer.Deployment(WORD), NOON.plusSeconds(secondsAfterNoon));
  }

  @Test
  void an_answer_does_until_the_next_turn_and_the_host_is_not_asked_before() {
    assertThat(remembered.answer(need(0))).isEmpty();
    remembered.remember(need(10), said(10));
    assertThat(remembered.answer(need(10))).contains(new Answer.Deployment(WORD));
    assertThat(remembered.answer(need(11))).isEmpty();
    remembered.remember(need(0), said(0));
    assertThat(remembered.answer(need(10))).isPresent();
  }

  @Test
  void an_answer_on_other_terms_does_not_do() {
    remembered.remember(need(10), said(10));
    assertThat(remembered.answer(need(HERE, true, 10))).isEmpty();
  }

  @Test
  void where_no_host_may_be_asked_that_is_said_at_once() {
    assertThat(remembered.answer(need(ELSEWHERE, false, 0)))
        .contains(new Answer.Unusable(Deployments.NOT_ASKED));
  }
}
