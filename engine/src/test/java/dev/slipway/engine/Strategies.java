package dev.slipway.engine;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OrderIssued;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rollouts to some targets of staging, by one strategy or another. */
final class Strategies {

  static final Duration DRAIN = Duration.ofSeconds(30);
  static final Duration TIME = Duration.ofMinutes(5);
  static final Duration WITHIN = Duration.ofHours(1);

  private Strategies() {}

  /** 10 % for some time, 50 % until somebody says so, then all. */
  static StrategyDefinition canary(Stay.Otherwise otherwise) {
    return new StrategyDefinition.Canary(
        DRAIN,
        List.of(
            new Stage(10, new Stay(Optional.of(TIME), Optional.empty())),
            new Stage(
                50, new Stay(Optional.empty(), Optional.of(new Stay.Decision(WITHIN, otherwise)))),
            new Stage(100, Stay.NONE)));
  }

  static ServiceDefinition web(int version, StrategyDefinition strategy) {
    return Fixtures.served(Fixtures.web("bin/web", "v" + version), Fixtures.serving(strategy, 2));
  }

  static Then push(Given given, int version, StrategyDefinition strategy) {
    given.git.push(Fixtures.MAIN, Fixtures.sha(version), Fixtures.shop(web(version, strategy)));
    return given.whenHinted(Fixtures.MAIN);
  }

  /** Version 2 is in force at these targets, and version 3 is on its way. */
  static Given underWay(
      EnvironmentDefinition staging, StrategyDefinition strategy, TargetId... targets) {
    Given given = new Given();
    given.when(Fixtures.apply(staging));
    for (TargetId target : targets) {
      given.when(Fixtures.apply(target));
    }
    given.git.push(Fixtures.MAIN, Fixtures.sha(1), Fixtures.shop(web(1, strategy)));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    push(given, 2, strategy);
    given.agents("staging");
    while (given.at("staging").inForce().isEmpty()) {
      converge(given);
    }
    push(given, 3, strategy);
    return given;
  }

  /** Everybody who has an order says that it is done. */
  static Then converge(Given given) {
    return ordered(given).stream()
        .map(given::whenConverged)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  static List<TargetId> ordered(Given given) {
    return rollout(given).members().values().stream()
        .filter(member -> member.stage() == MemberStage.ORDERED)
        .map(member -> Fixtures.target("staging", member.target().value()))
        .toList();
  }

  static RolloutState rollout(Given given) {
    return given.at("staging").active().orElseThrow();
  }

  /** Such as {@code a step 2}. */
  static List<String> orders(Then then) {
    return then.all(OrderIssued.class).stream()
        .filter(
            order -> order.slot().target().environment().equals(Fixtures.environment("staging")))
        .map(order -> "%s step %d".formatted(order.slot().target().target(), order.step()))
        .toList();
  }

  static int inForce(Given given) {
    String sha = given.at("staging").inForce().orElseThrow().delivery().change().sha().value();
    return Integer.parseInt(sha, 16);
  }
}
