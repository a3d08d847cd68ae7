package dev.slipway.simulator;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.model.need.Need;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import dev.slipway.source.Deployments;
import dev.slipway.source.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The Git host of some towns, which is asked for deployments there: it makes them, merges first,
 * finds checks that are not green, or declines, and is away when the repositories are. In the other
 * towns nobody asks. It draws from lots of its own.
 */
public final class DeploymentHost implements Deployments {

  private static final DeploymentPolicy POLICY =
      new DeploymentPolicy(
          Optional.empty(),
          Optional.of(List.of(new CheckName("ci/build"))),
          true,
          false,
          Production.BY_NAME,
          Duration.ofMinutes(4));
  private static final int ASKED_PERCENT = 40;
  private static final int KEPT_PERCENT = 85;
  private static final int MADE_PERCENT = 60;
  private static final int LATER_PERCENT = 92;
  private static final int LOT = 68;

  private final SourceControl beside;
  private final SplittableRandom lots;
  private final boolean isAsked;
  private final boolean keeps;
  private final List<Said> said = new ArrayList<>();

  /**
   * Somebody asked for a deployment.
   *
   * @param made whether there is one now
   */
  public record Said(DeliveryId delivery, DeploymentPolicy asked, boolean made) {}

  DeploymentHost(SourceControl beside, long seed) {
    this.beside = beside;
    lots = new SplittableRandom(seed + LOT);
    isAsked = lots.nextInt(100) < ASKED_PERCENT;
    keeps = lots.nextInt(100) < KEPT_PERCENT;
  }

  /** What somebody decrees next; absent where nobody has to ask. */
  public Optional<DeploymentPolicy> decreed() {
    return isAsked && lots.nextBoolean() ? Optional.of(POLICY) : Optional.empty();
  }

  /** What was asked, from the beginning on. */
  List<Said> said() {
    return said;
  }

  @Override
  public boolean keeps(RepositoryUrl repository) {
    return keeps;
  }

  @Override
  public Reading<DeploymentWord> ask(Need.DeploymentOf need) {
    if (beside.isAway()) {
      return new Reading.Unavailable<>(new Reason("away", "The host of deployments is away."));
    }
    DeploymentWord word = word(need);
    said.add(new Said(need.delivery(), need.asked(), word instanceof DeploymentWord.There));
    return new Reading.Read<>(word);
  }

  private DeploymentWord word(Need.DeploymentOf need) {
    int lot = lots.nextInt(100);
    if (said.contains(new Said(need.delivery(), need.asked(), true)) || lot < MADE_PERCENT) {
      return new DeploymentWord.There(new Reason("there", "There is a deployment."));
    }
    return lot < LATER_PERCENT
        ? new DeploymentWord.NotYet(new Reason("not-yet", "ci/build is not green there."))
        : new DeploymentWord.Declined(new Reason("declined", "It makes none of this commit."));
  }
}
