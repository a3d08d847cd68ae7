package dev.slipway.engine;

import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** The stories of {@link Scenarios} in which people let a rollout go on. */
final class RolloutScenarios {

  private static final TargetId A = Fixtures.target("staging", "a");
  private static final TargetId B = Fixtures.target("staging", "b");
  private static final Duration LONG = Duration.ofHours(3);

  private RolloutScenarios() {}

  static SequencedMap<String, Supplier<Given>> all() {
    SequencedMap<String, Supplier<Given>> all = new LinkedHashMap<>();
    all.put("somebody lets a canary go on", () -> goOn(asking()));
    all.put("somebody lets a canary go on after its time", () -> goOn(look(asking())));
    all.put("who is silent is left out before anybody looked", () -> exclude(silent()));
    all.put("who is silent is left out when it is stuck", () -> exclude(look(silent())));
    all.put("who does not go back is left out", () -> exclude(look(goingBack())));
    return all;
  }

  private static Given asking() {
    Given given =
        Strategies.underWay(
            Fixtures.declared("staging", false), Strategies.canary(Stay.Otherwise.HALT), A);
    Strategies.converge(given);
    given.later(Strategies.TIME).whenTicked("staging");
    Strategies.converge(given);
    return given;
  }

  private static Given look(Given given) {
    given.later(LONG).whenTicked("staging");
    return given;
  }

  private static Given goOn(Given given) {
    given.when(new Command.Continue(Strategies.rollout(given).delivery().id(), Optional.empty()));
    return given;
  }

  private static Given silent() {
    return Strategies.underWay(Fixtures.atOnce("staging"), new StrategyDefinition.Recreate(), A, B)
        .later(LONG);
  }

  private static Given goingBack() {
    Given given =
        Strategies.underWay(Fixtures.atOnce("staging"), new StrategyDefinition.Recreate(), A, B);
    given.when(new Command.Cancel(Strategies.rollout(given).delivery().id()));
    return given;
  }

  private static Given exclude(Given given) {
    given.when(new Command.Exclude(Strategies.rollout(given).delivery().id(), A.target()));
    return given;
  }
}
