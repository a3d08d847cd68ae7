package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.ALICE;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.Lock.Strength;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people lock waits, says so, and goes on by itself. */
class LockTest {

  private static final Scope STAGING = new Scope.OfEnvironment(environment("staging"));

  private static Command lock(Scope scope, Strength strength, Optional<Duration> lasts) {
    return new Command.SetLock(scope, new LockReason("Freeze."), strength, lasts);
  }

  private static Command lock(Scope scope) {
    return lock(scope, Strength.HOLDS, Optional.empty());
  }

  private static Then push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  private static LockId only(Given given, Scope scope) {
    List<Lock> locks = given.world().locks().of(scope, given.now());
    assertThat(locks).hasSize(1);
    return locks.getFirst().id();
  }

  static Stream<Scope> scopesAroundStaging() {
    return Stream.of(
        new Scope.Everything(),
        STAGING,
        new Scope.OfApplication(SHOP),
        new Scope.OfPlacement(Given.placement("staging")));
  }

  @ParameterizedTest
  @MethodSource("scopesAroundStaging")
  void what_is_queued_behind_a_lock_waits_says_why_and_starts_when_it_is_released(Scope scope) {
    Given given = PushTest.shopAdded();
    given.when(lock(scope)).then(LockSet.class);
    Then held = push(given, 2);
    GuardrailJudged judged = held.one(GuardrailJudged.class);
    assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(judged.because().code()).isEqualTo("locked");
    assertThat(judged.because().sentence()).contains("Freeze");
    assertThat(judged.policy().orElseThrow().value()).isEqualTo(only(given, scope).value());
    assertThat(held.all(OrderIssued.class)).isEmpty();
    given.whenTicked("staging").then();
    given
        .when(new Command.ReleaseLock(only(given, scope)))
        .then(LockReleased.class, GuardrailJudged.class, RolloutStarted.class, OrderIssued.class);
  }

  static Stream<Scope> scopesElsewhere() {
    return Stream.of(
        new Scope.OfEnvironment(environment("production")),
        new Scope.OfPlacement(Given.placement("production")));
  }

  @ParameterizedTest
  @MethodSource("scopesElsewhere")
  void other_environments_go_on(Scope scope) {
    Given given = PushTest.shopAdded();
    given.when(lock(scope));
    Then then = push(given, 2);
    assertThat(then.all(OrderIssued.class)).hasSize(1);
    assertThat(then.all(GuardrailJudged.class)).isEmpty();
  }

  @Test
  void what_settled_in_staging_waits_at_a_locked_production() {
    Given given = PushTest.shopAdded();
    given.when(lock(new Scope.OfEnvironment(environment("production"))));
    push(given, 2);
    given.whenConverged(target("staging", "local"));
    assertThat(given.at("staging").inForce()).isPresent();
    assertThat(given.at("production").active().orElseThrow().because().orElseThrow().code())
        .isEqualTo("locked");
  }

  @Test
  void expiry_releases_by_itself_and_not_before() {
    Given given = PushTest.shopAdded();
    given.when(lock(STAGING, Strength.HOLDS, Optional.of(Duration.ofHours(2))));
    Then held = push(given, 2);
    assertThat(held.decision().wakeAt())
        .containsEntry(Given.placement("staging"), Fixtures.NOON.plus(Duration.ofHours(2)));
    given.later(Duration.ofHours(2).minusMillis(1)).whenTicked("staging").then();
    given
        .later(Duration.ofMillis(1))
        .whenTicked("staging")
        .then(GuardrailJudged.class, RolloutStarted.class, OrderIssued.class);
  }

  @Test
  void a_warning_lets_it_go_on_and_is_recorded_before_the_order() {
    Given given = PushTest.shopAdded();
    given.when(lock(STAGING, Strength.WARNS, Optional.empty()));
    Then then = push(given, 2);
    GuardrailJudged judged = then.one(GuardrailJudged.class);
    assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.PASS);
    assertThat(judged.because().code()).isEqualTo("lock-warns");
    List<?> entries = then.entries().stream().map(recorded -> recorded.entry()).toList();
    assertThat(entries.indexOf(judged)).isLessThan(entries.indexOf(then.one(OrderIssued.class)));
  }

  @Test
  void of_two_locks_each_ends_for_itself() {
    Given given = PushTest.shopAdded();
    given.when(lock(STAGING));
    LockId first = only(given, STAGING);
    given.when(lock(new Scope.Everything()));
    push(given, 2);
    assertThat(given.when(new Command.ReleaseLock(first)).all(OrderIssued.class)).isEmpty();
    assertThat(
            given
                .when(new Command.ReleaseLock(only(given, new Scope.Everything())))
                .all(OrderIssued.class))
        .hasSize(1);
  }

  @Test
  void a_start_is_guarded_by_every_stream_that_a_lock_could_be_written_to() {
    Given given = PushTest.shopAdded();
    assertThat(push(given, 2).decision().guards())
        .containsKeys(
            StreamKey.of(Organisation.MAIN),
            StreamKey.of(Organisation.MAIN, environment("staging")),
            StreamKey.of(Organisation.MAIN, SHOP),
            StreamKey.of(Organisation.MAIN, Given.placement("staging")));
  }

  @Test
  void the_newest_still_supersedes_what_waits_for_a_lock() {
    Given given = PushTest.shopAdded();
    given.when(lock(STAGING));
    push(given, 2);
    push(given, 3);
    given.when(new Command.ReleaseLock(only(given, STAGING)));
    assertThat(given.at("staging").active().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(3));
  }

  @Test
  void the_owner_of_a_lock_or_of_its_scope_releases_it_and_nobody_else() {
    Given given = PushTest.shopAdded();
    ActorId bob = new ActorId("bob");
    ActorId olga = new ActorId("olga");
    given.when(new Command.IssueToken(ALICE, Role.DEPLOYER, STAGING));
    given.when(new Command.IssueToken(bob, Role.DEPLOYER, STAGING));
    given.when(new Command.IssueToken(olga, Role.OWNER, STAGING));
    given.when(ALICE, lock(new Scope.Everything())).refusedBecause("not-allowed");
    given.when(ALICE, lock(STAGING));
    given.when(bob, new Command.ReleaseLock(only(given, STAGING))).refusedBecause("not-allowed");
    given.when(ALICE, new Command.ReleaseLock(only(given, STAGING))).then(LockReleased.class);
    given.when(ALICE, lock(STAGING));
    given.when(olga, new Command.ReleaseLock(only(given, STAGING))).then(LockReleased.class);
  }

  @Test
  void what_is_not_there_can_be_neither_locked_nor_released() {
    Given given = PushTest.shopAdded();
    given
        .when(lock(new Scope.OfEnvironment(environment("nowhere"))))
        .refusedBecause("unknown-scope");
    given
        .when(lock(new Scope.OfApplication(new ApplicationName("nothing"))))
        .refusedBecause("unknown-scope");
    given
        .when(new Command.ReleaseLock(new LockId("l-0123456789abcdef")))
        .refusedBecause("unknown-lock");
  }

  @Test
  void a_scope_has_a_bounded_number_of_locks() {
    Given given = PushTest.shopAdded();
    for (int i = 0; i < 20; i++) {
      given.when(lock(STAGING)).then(LockSet.class);
    }
    given.when(lock(STAGING)).refusedBecause("too-many-locks");
  }
}
