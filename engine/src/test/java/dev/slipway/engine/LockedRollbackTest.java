package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.WayBack;
import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Lock.Strength;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.guardrail.Permit;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Shipment.MadeBy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which ways back pass a lock. */
class LockedRollbackTest {

  private static final Scope STAGING = new Scope.OfEnvironment(environment("staging"));
  private static final TargetId LOCAL = target("staging", "local");

  private static Command lock(Scope scope, Strength strength) {
    return new Command.SetLock(scope, new LockReason("Freeze."), strength, Optional.empty());
  }

  private static LockId only(Given given, Scope scope) {
    return given.world().locks().of(scope, given.now()).getFirst().id();
  }

  private static void push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    given.whenHinted(MAIN);
  }

  /** What is running in staging has just failed, under the lock, and its owners want it back. */
  private static Then failedUnder(Strength strength, Given given) {
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 2);
    given.whenConverged(LOCAL);
    push(given, 3);
    given.when(lock(STAGING, strength));
    return given.whenEnded(LOCAL, new Outcome.Failed(new Reason("exit-code", "It exited.")));
  }

  @Test
  void an_automatic_rollback_passes_a_lock_and_says_so() {
    Then then = failedUnder(Strength.HOLDS, PushTest.shopAdded());
    GuardrailJudged judged = then.one(GuardrailJudged.class);
    assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.PASS);
    assertThat(judged.because().code()).isEqualTo("rollback-passes-lock");
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void nothing_passes_a_total_lock_until_it_is_released() {
    Given given = PushTest.shopAdded();
    Then held = failedUnder(Strength.TOTAL, given);
    assertThat(held.one(GuardrailJudged.class).verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(held.one(OrderIssued.class).step()).isEqualTo(WayBack.STEP);
    given
        .when(new Command.ReleaseLock(only(given, STAGING)))
        .then(LockReleased.class, GuardrailJudged.class, RolloutStarted.class, OrderIssued.class);
  }

  /** Two deliveries settled, then staging was locked by an owner. */
  private static Given lockedAfterTwo(Strength strength) {
    Given given = PushTest.shopAdded();
    for (int n = 2; n <= 3; n++) {
      push(given, n);
      given.whenConverged(LOCAL);
    }
    given.when(lock(STAGING, strength));
    return given;
  }

  private static Command rollback(LockId... past) {
    return new Command.Rollback(
        Given.placement("staging"),
        Optional.empty(),
        past.length == 0 ? Optional.empty() : Optional.of(new Permit(List.of(past))),
        Optional.empty());
  }

  @Test
  void a_persons_rollback_waits_for_a_lock_unless_its_owner_lets_it_pass() {
    Given given = lockedAfterTwo(Strength.HOLDS);
    assertThat(given.when(rollback()).all(OrderIssued.class)).isEmpty();
    Given again = lockedAfterTwo(Strength.HOLDS);
    Then passed = again.when(rollback(only(again, STAGING)));
    assertThat(passed.all(OrderIssued.class)).hasSize(1);
    assertThat(passed.one(GuardrailJudged.class).because().code())
        .isEqualTo("rollback-passes-lock");
    assertThat(passed.one(ShipmentMade.class).shipment().madeBy())
        .isInstanceOfSatisfying(
            MadeBy.Rollback.class,
            back ->
                assertThat(back.permit().orElseThrow().locks())
                    .containsExactly(only(again, STAGING)));
  }

  @Test
  void whoever_neither_set_the_lock_nor_owns_the_environment_lets_nothing_pass() {
    Given given = lockedAfterTwo(Strength.HOLDS);
    ActorId deployer = new ActorId("deployer");
    given.when(new Command.IssueToken(deployer, Role.DEPLOYER, new Scope.Everything()));
    given.when(deployer, rollback(only(given, STAGING))).refusedBecause("not-allowed");
    ActorId owner = new ActorId("owner");
    given.when(new Command.IssueToken(owner, Role.OWNER, STAGING));
    assertThat(given.when(owner, rollback(only(given, STAGING))).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void nobody_lets_anything_pass_a_total_lock_or_one_that_is_not_there() {
    Given total = lockedAfterTwo(Strength.TOTAL);
    total.when(rollback(only(total, STAGING))).refusedBecause("total-lock");
    Given given = lockedAfterTwo(Strength.HOLDS);
    given.when(rollback(new LockId("l-0000000000000000"))).refusedBecause("unknown-lock");
    assertThat(given.at("staging").controls().holds()).isEmpty();
  }

  @Test
  void a_lock_that_is_set_after_the_permit_is_not_passed() {
    Given given = lockedAfterTwo(Strength.HOLDS);
    LockId first = only(given, STAGING);
    given.when(new Command.Pause(Given.placement("staging"), new Remark("Lunch.")));
    given.when(rollback(first));
    given.when(lock(new Scope.Everything(), Strength.HOLDS));
    Then resumed = given.when(new Command.Resume(Given.placement("staging"), Optional.empty()));
    assertThat(resumed.all(OrderIssued.class)).isEmpty();
    given.when(new Command.ReleaseLock(only(given, new Scope.Everything()))).one(OrderIssued.class);
  }
}
