package dev.slipway.simulator.planted;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.model.need.Need;
import dev.slipway.source.Deployments;
import dev.slipway.source.Reading;

/** Says of every deployment that there is one, and asks nobody. */
record Obliging(Deployments real) implements Deployments {

  @Override
  public boolean keeps(RepositoryUrl repository) {
    return real.keeps(repository);
  }

  @Override
  public Reading<DeploymentWord> ask(Need.DeploymentOf need) {
    return new Reading.Read<>(
        new DeploymentWord.There(new Reason("there", "Of course there is one.")));
  }
}
