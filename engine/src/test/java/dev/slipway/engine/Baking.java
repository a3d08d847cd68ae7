package dev.slipway.engine;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Rollouts to two targets of staging, where what is new has to bake. */
final class Baking {

  static final Duration TIME = Duration.ofMinutes(5);
  static final Duration DRAIN = Duration.ofSeconds(30);
  static final StrategyDefinition BLUE_GREEN = new StrategyDefinition.BlueGreen(DRAIN, false);
  static final StrategyDefinition ROLLING = new StrategyDefinition.Rolling(DRAIN);
  static final Outcome BAD =
      new Outcome.Failed(new Reason("not-healthy", "It never became healthy."));
  static final TargetId A = Fixtures.target("staging", "a");
  static final TargetId B = Fixtures.target("staging", "b");

  private Baking() {}

  static EnvironmentDefinition staging(Optional<Duration> time, OnFailure onFailure) {
    return new EnvironmentDefinition(
        Fixtures.environment("staging"),
        new TreeMap<>(),
        false,
        Duration.ofMinutes(5),
        false,
        Optional.of(onFailure),
        time.map(GuardrailPolicy.NONE::baking),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(RolloutPolicy.STANDARD.reaching(new Portion.Percent(100))));
  }

  static ServiceDefinition web(int version, StrategyDefinition strategy) {
    return Fixtures.served(Fixtures.web("bin/web", "v" + version), Fixtures.serving(strategy, 1));
  }

  static Then push(Given given, int version, StrategyDefinition strategy, JobDefinition... jobs) {
    ApplicationDefinition shop = Fixtures.shop(web(version, strategy));
    given.git.push(
        Fixtures.MAIN, Fixtures.sha(version), jobs.length == 0 ? shop : Fixtures.with(shop, jobs));
    return given.whenHinted(Fixtures.MAIN);
  }

  /** Version 2 is in force at two targets, and version 3 is on its way. */
  static Given underWay(StrategyDefinition strategy, OnFailure onFailure, JobDefinition... jobs) {
    Given given = new Given();
    given.when(Fixtures.apply(staging(Optional.empty(), onFailure)));
    given.when(Fixtures.apply(A));
    given.when(Fixtures.apply(B));
    given.git.push(Fixtures.MAIN, Fixtures.sha(1), Fixtures.shop(web(1, strategy)));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    push(given, 2, strategy);
    given.agents("staging");
    while (given.at("staging").inForce().isEmpty()) {
      converge(given);
    }
    given.when(Fixtures.apply(staging(Optional.of(TIME), onFailure)));
    push(given, 3, strategy, jobs);
    return given;
  }

  static Then converge(Given given) {
    return rollout(given).members().values().stream()
        .filter(member -> member.stage() == MemberStage.ORDERED)
        .map(member -> Fixtures.target("staging", member.target().value()))
        .toList()
        .stream()
        .map(given::whenConverged)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  static RolloutState rollout(Given given) {
    return given.at("staging").active().orElseThrow();
  }

  /** Every target has taken every step before the time begins. */
  static Given baking(StrategyDefinition strategy, OnFailure onFailure, JobDefinition... jobs) {
    Given given = underWay(strategy, onFailure, jobs);
    while (rollout(given).bakingSince().isEmpty()) {
      converge(given);
    }
    return given;
  }

  static Slot slot(TargetId target) {
    return new Slot(target, Fixtures.SHOP);
  }

  static Report observed(Given given, TargetId target, boolean drifted) {
    return observed(target, given.fence(slot(target)), drifted);
  }

  static Report observed(TargetId target, Fence fence, boolean drifted) {
    Reason because = new Reason(drifted ? "process-gone" : "healed", "So it is.");
    return new Report.Observed(slot(target), fence, List.of(), drifted, because);
  }

  /** Who is led back to what is in force. */
  static List<TargetId> back(Then then) {
    return then.all(OrderIssued.class).stream()
        .filter(order -> order.step() == WayBack.STEP)
        .map(order -> order.slot().target())
        .toList();
  }

  static Delivery inForce(Given given) {
    return given.at("staging").inForce().orElseThrow().delivery();
  }
}
