package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Sites.EDGE;
import static dev.slipway.engine.Sites.STAGING;
import static dev.slipway.engine.Sites.active;
import static dev.slipway.engine.Sites.applied;
import static dev.slipway.engine.Sites.at;
import static dev.slipway.engine.Sites.inForce;
import static dev.slipway.engine.Sites.push;
import static dev.slipway.engine.Sites.settle;
import static dev.slipway.engine.Sites.site;
import static dev.slipway.engine.Sites.sites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever locks a group locks each of its environments, and those that join it later. */
class GroupLockTest {

  private static final Scope GROUP = new Scope.OfEnvironment(EDGE);

  private static Command lock(Scope scope) {
    return new Command.SetLock(
        scope, new LockReason("Freeze."), Lock.Strength.HOLDS, Optional.empty());
  }

  private static LockId locked(Given given, Scope scope) {
    return given.when(lock(scope)).one(LockSet.class).lock().id();
  }

  private static boolean waits(Given given, String environment) {
    return given
        .at(environment)
        .active()
        .filter(RolloutState::isWaiting)
        .flatMap(RolloutState::because)
        .filter(because -> because.code().equals("locked"))
        .isPresent();
  }

  @Test
  void each_of_its_environments_waits_and_says_that_the_group_is_locked() {
    Given given = sites("a");
    LockId id = locked(given, GROUP);
    push(given, 2);
    assertThat(active(given, "staging")).contains(2);
    given.whenConverged(STAGING);
    assertThat(waits(given, "edge-a")).isTrue();
    assertThat(given.at("edge-a").active().orElseThrow().because().orElseThrow().sentence())
        .isEqualTo(
            "the environment group edge is locked (%s): Freeze. It holds until somebody releases it."
                .formatted(id));

    given.when(new Command.ReleaseLock(id));
    given.whenConverged(at("a"));
    assertThat(inForce(given, "edge-a")).contains(2);
  }

  @Test
  void why_says_so_and_who_may_release_it() {
    Given given = sites("a");
    LockId id = locked(given, GROUP);
    push(given, 2);
    given.whenConverged(STAGING);
    Explanation why =
        Afresh.explain(given.world(), new Placement(SHOP, environment("edge-a")), given.now());
    assertThat(why.unmet())
        .singleElement()
        .satisfies(unmet -> {
          assertThat(unmet.because().sentence()).contains("the environment group edge is locked");
          assertThat(unmet.ways().getFirst().command()).isEqualTo("slipway unlock %s", id);
          assertThat(unmet.ways().getFirst().who())
              .endsWith("an owner of the environment group edge");
        });
  }

  @Test
  void one_that_joins_while_the_lock_holds_is_locked_too() {
    Given given = sites("a");
    push(given, 2);
    settle(given, "a");
    locked(given, GROUP);
    Then joined = given.when(applied(site("b")));
    given.agents("edge-b");
    assertThat(joined.all(OrderIssued.class)).isEmpty();
    assertThat(waits(given, "edge-b")).isTrue();
  }

  @Test
  void an_application_is_locked_in_the_group_and_another_is_not() {
    Given given = sites("a");
    locked(given, new Scope.OfPlacement(new Placement(SHOP, EDGE)));
    push(given, 2);
    given.whenConverged(STAGING);
    assertThat(waits(given, "edge-a")).isTrue();
    assertThat(given.world().locksOn(new Placement(SHOP, environment("edge-a")), given.now()))
        .hasSize(1);
    assertThat(
            given
                .world()
                .locksOn(
                    new Placement(new ApplicationName("other"), environment("edge-a")),
                    given.now()))
        .isEmpty();
  }

  @Test
  void an_environment_of_none_and_a_lock_on_one_of_them_are_as_they_were() {
    Given given = sites("a", "b");
    locked(given, new Scope.OfEnvironment(environment("edge-b")));
    push(given, 2);
    settle(given, "a");
    assertThat(inForce(given, "staging")).contains(2);
    assertThat(inForce(given, "edge-a")).contains(2);
    assertThat(waits(given, "edge-b")).isTrue();
  }

  @Test
  void a_start_is_guarded_by_the_stream_that_the_group_is_locked_in() {
    Given given = sites("a");
    push(given, 2);
    Then then = given.whenConverged(STAGING);
    assertThat(then.decision().guards())
        .containsKey(StreamKey.of(Organisation.MAIN, EDGE))
        .containsKey(StreamKey.of(Organisation.MAIN, new Placement(SHOP, EDGE)));
  }

  @Test
  void whoever_may_lock_one_of_them_only_may_not_lock_all() {
    Given given = sites("a");
    ActorId carl = new ActorId("carl");
    given.when(
        new Command.IssueToken(
            carl, Role.DEPLOYER, new Scope.OfEnvironment(environment("edge-a"))));
    given.when(carl, lock(GROUP)).refusedBecause("not-allowed");
    given.when(carl, lock(new Scope.OfEnvironment(environment("edge-a")))).then(LockSet.class);
  }

  @Test
  void a_group_that_nobody_declared_is_not_locked() {
    sites("a")
        .when(lock(new Scope.OfEnvironment(environment("edgy"))))
        .refusedBecause("unknown-scope");
  }
}
