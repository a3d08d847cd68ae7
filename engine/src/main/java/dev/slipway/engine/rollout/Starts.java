package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.strategy.Strategy;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * A rollout starts with the targets that its environment has now. Who has not answered by the
 * longest total timeout of its services, and the environment's patience after that, is silent.
 */
final class Starts {

  private Starts() {}

  static void start(Deliberation d, Delivery delivery, List<TargetName> members) {
    Strategy strategy = Strategy.of(delivery);
    EnvironmentName environment = delivery.id().placement().environment();
    Duration patience =
        d.environment(environment).map(e -> e.definition().silentAfter()).orElse(Duration.ZERO);
    d.write(
        new RolloutStarted(
            delivery.id(),
            strategy.name(),
            strategy.steps(delivery.state()).size(),
            members,
            d.now().plus(longest(delivery)).plus(patience)));
  }

  private static Duration longest(Delivery delivery) {
    return delivery.state().services().stream()
        .flatMap(service -> service.releases().stream())
        .map(DesiredRelease::release)
        .map(release -> release.timeouts())
        .map(Timeouts::total)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
