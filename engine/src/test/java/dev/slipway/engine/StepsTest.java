package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rollout over several steps and several targets. */
final class StepsTest {

  private static final Duration DRAIN = Duration.ofSeconds(30);
  private static final TargetId A = Fixtures.target("staging", "a");
  private static final TargetId B = Fixtures.target("staging", "b");

  private static ServiceDefinition web(String version, StrategyDefinition strategy, int replicas) {
    return Fixtures.served(Fixtures.web("bin/web", version), Fixtures.serving(strategy, replicas));
  }

  /** Two targets hold one version, and the next one is on its way. */
  private static Given underWay(StrategyDefinition strategy, int replicas) {
    Given given = new Given();
    given.when(Fixtures.apply(Fixtures.atOnce("staging")));
    given.when(Fixtures.apply(A));
    given.when(Fixtures.apply(B));
    given.git.push(Fixtures.MAIN, Fixtures.sha(1), Fixtures.shop(web("1", strategy, replicas)));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    given.git.push(Fixtures.MAIN, Fixtures.sha(2), Fixtures.shop(web("2", strategy, replicas)));
    given.whenHinted(Fixtures.MAIN);
    given.agents("staging");
    while (given.at("staging").inForce().isEmpty()) {
      converge(given);
    }
    given.git.push(Fixtures.MAIN, Fixtures.sha(3), Fixtures.shop(web("3", strategy, replicas)));
    given.whenHinted(Fixtures.MAIN);
    return given;
  }

  private static void converge(Given given) {
    RolloutState rollout = given.at("staging").active().orElseThrow();
    rollout.members().values().stream()
        .filter(member -> member.stage() == MemberStage.ORDERED)
        .map(member -> Fixtures.target("staging", member.target().value()))
        .toList()
        .forEach(given::whenConverged);
  }

  private static List<String> orders(Then then) {
    return then.entries().stream()
        .map(Recorded::entry)
        .filter(OrderIssued.class::isInstance)
        .map(OrderIssued.class::cast)
        .filter(
            order -> order.slot().target().environment().equals(Fixtures.environment("staging")))
        .map(order -> order.slot().target().target() + " step " + order.step())
        .toList();
  }

  @Test
  void blue_green_takes_the_next_step_when_every_target_has_taken_this_one() {
    Given given = underWay(new StrategyDefinition.BlueGreen(DRAIN, false), 1);
    assertThat(given.at("staging").active().orElseThrow().steps()).isEqualTo(3);
    assertThat(orders(given.whenConverged(A))).isEmpty();
    assertThat(orders(given.whenConverged(B))).containsExactly("a step 2", "b step 2");
    assertThat(orders(given.whenConverged(B))).isEmpty();
    assertThat(orders(given.whenConverged(A))).containsExactly("a step 3", "b step 3");
    given.whenConverged(A);
    Then last = given.whenConverged(B);
    assertThat(last.entries().stream().map(Recorded::entry))
        .hasAtLeastOneElementOfType(RolloutSettled.class);
  }

  @Test
  void rolling_takes_one_target_through_all_steps_before_the_next() {
    Given given = underWay(new StrategyDefinition.Rolling(DRAIN), 2);
    assertThat(orders(given.whenConverged(A))).containsExactly("a step 2");
    assertThat(orders(given.whenConverged(A))).containsExactly("b step 1");
    assertThat(orders(given.whenConverged(B))).containsExactly("b step 2");
    assertThat(given.whenConverged(B).entries().stream().map(Recorded::entry))
        .hasAtLeastOneElementOfType(RolloutSettled.class);
  }

  @Test
  void a_lock_holds_the_next_step_and_the_next_target_until_it_is_released() {
    for (StrategyDefinition strategy :
        List.of(
            new StrategyDefinition.BlueGreen(DRAIN, false),
            new StrategyDefinition.Rolling(DRAIN))) {
      Given given = underWay(strategy, 1);
      given.when(
          new Command.SetLock(
              new Scope.OfEnvironment(Fixtures.environment("staging")),
              new LockReason("Freeze."),
              Lock.Strength.HOLDS,
              Optional.empty()));
      assertThat(orders(given.whenConverged(A))).isEmpty();
      if (strategy instanceof StrategyDefinition.BlueGreen) {
        assertThat(orders(given.whenConverged(B))).isEmpty();
      }
      LockId lock =
          given
              .world()
              .locks()
              .of(new Scope.OfEnvironment(Fixtures.environment("staging")), given.now())
              .getFirst()
              .id();
      assertThat(orders(given.when(new Command.ReleaseLock(lock)))).isNotEmpty();
    }
  }

  @Test
  void a_target_that_fails_at_a_step_ends_the_rollout_before_anybody_takes_the_next() {
    Given given = underWay(new StrategyDefinition.BlueGreen(DRAIN, false), 1);
    given.whenConverged(A);
    Then then = given.whenEnded(B, new Outcome.Failed(new Reason("not-healthy", "It is not.")));
    assertThat(orders(then)).containsExactly("a step 0", "b step 0");
    assertThat(then.entries().stream().map(Recorded::entry))
        .hasAtLeastOneElementOfType(RolloutFailed.class);
  }

  @Test
  void who_says_converged_and_runs_only_what_was_held_before_has_failed() {
    Given given = underWay(new StrategyDefinition.BlueGreen(DRAIN, false), 1);
    Slot slot = new Slot(A, Fixtures.SHOP);
    Outcome.Converged both = (Outcome.Converged) Converging.asOrdered(given.world(), slot);
    assertThat(both.instances()).hasSize(2);
    Then then = given.whenEnded(A, new Outcome.Converged(List.of(both.instances().getFirst())));
    assertThat(then.entries().stream().map(Recorded::entry))
        .hasAtLeastOneElementOfType(RolloutFailed.class);
  }
}
