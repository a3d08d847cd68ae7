package dev.slipway.engine;

import static dev.slipway.engine.Approving.ready;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.asking;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.fold.WayBack;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a rollout comes to between its first order and its end. */
class StepByStepTest {

  private static final TargetId A = target("staging", "a");
  private static final TargetId B = target("staging", "b");
  private static final Placement AT = Given.placement("staging");
  private static final StrategyDefinition BLUE_GREEN =
      new StrategyDefinition.BlueGreen(Duration.ofSeconds(30), false);

  private static Given underWay() {
    return Strategies.underWay(Fixtures.atOnce("staging"), BLUE_GREEN, A, B);
  }

  @Test
  void the_way_back_is_an_order_of_its_own_and_its_first_attempt() {
    Given given = underWay();
    DeliveryId id = given.at("staging").active().orElseThrow().delivery().id();
    Then cancelled = given.when(new Command.Cancel(id));
    assertThat(cancelled.all(OrderIssued.class))
        .extracting(order -> order.slot().target(), OrderIssued::step, OrderIssued::attempt)
        .containsExactly(tuple(A, WayBack.STEP, 1), tuple(B, WayBack.STEP, 1));
  }

  @Test
  void a_paused_target_holds_the_step_that_is_next_until_it_is_in_use_again() {
    Given given = underWay();
    given.when(new Command.PauseTarget(B, new Remark("It is being moved.")));
    given.whenConverged(A);
    assertThat(Strategies.orders(given.whenConverged(B))).isEmpty();
    assertThat(given.at("staging").active().orElseThrow().because().orElseThrow().sentence())
        .contains("slipway target resume staging b")
        .contains("slipway exclude shop/staging#2 --target b");
    assertThat(Strategies.orders(given.when(new Command.ResumeTarget(B))))
        .containsExactly("a step 2", "b step 2");
  }

  /** A migration goes before the first state, a smoke test comes after the last. */
  @Test
  void jobs_run_on_top_of_the_first_state_or_of_the_last() {
    Given given = underWay();
    while (given.at("staging").active().isPresent()) {
      Strategies.converge(given);
    }
    given.git.push(
        MAIN,
        sha(4),
        Fixtures.with(
            Fixtures.shop(Strategies.web(4, BLUE_GREEN)), Jobbing.migrate("1"), Jobbing.smoke()));
    Then before = given.whenHinted(MAIN);
    assertThat(before.one(OrderIssued.class).job()).contains(Jobbing.migrate("1").name());
    assertThat(before.one(OrderIssued.class).step()).isEqualTo(1);
    Then last = given.whenConverged(A);
    for (int step = 1; step <= 3; step++) {
      given.whenConverged(A);
      last = given.whenConverged(B);
    }
    assertThat(last.one(OrderIssued.class).job()).contains(Jobbing.smoke().name());
    assertThat(last.one(OrderIssued.class).step()).isEqualTo(3);
  }

  @Test
  void an_application_that_asks_for_less_lets_what_waited_for_it_go_at_once() {
    Given given = ready();
    ApplicationDefinition plain = Fixtures.shop(List.of(), Fixtures.web("bin/web", "v1"));
    given.when(new Command.RemoveApplication(SHOP));
    given.when(Fixtures.apply(plain));
    Approving.lockStaging(given);
    given.when(
        new Command.Deploy(
            SHOP,
            AT.environment(),
            Optional.of(sha(1).value()),
            false,
            new TreeMap<>(),
            Optional.empty()));
    given.when(Fixtures.apply(asking(plain, approvals(1))));
    assertThat(Approving.unlockStaging(given).all(OrderIssued.class)).isEmpty();
    assertThat(given.when(Fixtures.apply(plain)).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void what_settles_by_time_alone_is_seen_by_what_waits_for_it_elsewhere() {
    Given given = Baking.baking(BLUE_GREEN, OnFailure.HALT);
    given.agents("production");
    given.whenConverged(target("production", "local"));
    SoakPolicy soak = new SoakPolicy(Optional.of(AT.environment()), Duration.ofHours(1));
    given.when(Fixtures.apply(Fixtures.guarded("production", GuardrailPolicy.NONE.with(soak))));
    given.when(Fixtures.deploy(SHOP, environment("production"), sha(3).value()));
    given.later(Baking.TIME).whenTicked("staging");
    while (given.at("staging").active().isPresent()) {
      Baking.converge(given);
    }
    assertThat(
            given
                .at("production")
                .active()
                .flatMap(rollout -> rollout.gated().said(GuardrailName.SOAK))
                .orElseThrow()
                .because()
                .code())
        .isEqualTo("soaking");
  }
}
