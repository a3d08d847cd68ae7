package dev.slipway.engine;

import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Whichever strategy and whatever guardrails the seed says. */
final class Served {

  private static final List<QueuePolicy> POLICIES = List.of(QueuePolicy.values());

  private Served() {}

  static ServiceDefinition by(RandomGenerator random, ServiceDefinition web) {
    Duration drain = Duration.ofSeconds(30);
    return switch (random.nextInt(5)) {
      case 0 -> web;
      case 2 -> Fixtures.served(web, Fixtures.serving(canary(random, drain), 2));
      case 3 -> Fixtures.served(web, Fixtures.serving(new StrategyDefinition.InPlace(1), 2));
      case 1 -> Fixtures.served(web, Fixtures.serving(new StrategyDefinition.Rolling(drain), 2));
      default ->
          Fixtures.served(
              web,
              Fixtures.serving(new StrategyDefinition.BlueGreen(drain, random.nextBoolean()), 2));
    };
  }

  /** Somebody has to say that it goes on from its first step. */
  private static StrategyDefinition canary(RandomGenerator random, Duration drain) {
    Stay.Decision decision =
        new Stay.Decision(
            Duration.ofMinutes(30),
            random.nextInt(3) == 0 ? Stay.Otherwise.BACK : Stay.Otherwise.HALT);
    return new StrategyDefinition.Canary(
        drain,
        List.of(
            new Stage(10, new Stay(Optional.empty(), Optional.of(decision))),
            new Stage(50, new Stay(Optional.of(Duration.ofMinutes(10)), Optional.empty())),
            new Stage(100, Stay.NONE)));
  }

  static EnvironmentDefinition where(RandomGenerator random, String environment) {
    GuardrailPolicy baking = GuardrailPolicy.NONE.baking(Duration.ofMinutes(10));
    EnvironmentDefinition guarded =
        switch (random.nextInt(4)) {
          case 0 -> Fixtures.declared(environment, false);
          case 1 -> Fixtures.guarded(environment, Fixtures.approvals(1));
          case 2 -> Fixtures.guarded(environment, baking);
          default ->
              Fixtures.guarded(
                  environment,
                  baking.with(new SoakPolicy(Optional.empty(), Duration.ofMinutes(20))));
        };
    EnvironmentDefinition queued = guarded.with(POLICIES.get(random.nextInt(POLICIES.size())));
    return random.nextBoolean() ? queued : queued.limitedTo(1);
  }
}
