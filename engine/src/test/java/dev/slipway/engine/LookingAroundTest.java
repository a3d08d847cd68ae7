package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.Slot;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever may go on because of what happened elsewhere is looked at, and nobody else is: each
 * placement that is looked at is guarded, and a decision that reads much conflicts with much.
 */
class LookingAroundTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final ApplicationName BILLING = new ApplicationName("billing");
  private static final Slot THERE = new Slot(STAGING, BILLING);

  private final Given given = PushTest.shopAdded();

  private static ApplicationDefinition application(String name, String... needs) {
    return new ApplicationDefinition(
            new ApplicationName(name),
            Optional.of(Fixtures.REPOSITORY),
            List.of(Fixtures.web("bin/" + name)),
            List.of(environment("staging"), environment("production")),
            List.of(),
            Optional.empty())
        .needing(
            Optional.of(
                Stream.of(needs)
                    .map(need ->
                        new DependencyDefinition(new ApplicationName(need), Optional.empty()))
                    .toList()));
  }

  private static Placement at(String application, String environment) {
    return new Placement(new ApplicationName(application), environment(environment));
  }

  private Then deploy(String name, String to) {
    return given.when(Fixtures.deploy(new ApplicationName(name), environment(to), sha(1).value()));
  }

  private void lock(Scope scope) {
    given.when(
        new Command.SetLock(
            scope, new LockReason("For the test."), Lock.Strength.HOLDS, Optional.empty()));
  }

  private static Set<Placement> lookedAt(Then then, Placement... candidates) {
    return Stream.of(candidates)
        .filter(at -> then.decision().guards().containsKey(StreamKey.of(Organisation.MAIN, at)))
        .collect(Collectors.toSet());
  }

  @Test
  void what_comes_into_force_is_of_interest_to_who_waits_for_it_there() {
    for (ApplicationDefinition one :
        List.of(
            application("billing"),
            application("needing", "billing"),
            application("other", "needing"),
            application("plain"))) {
      given.when(Fixtures.apply(one));
    }
    lock(new Scope.OfApplication(new ApplicationName("plain")));
    lock(new Scope.OfEnvironment(environment("production")));
    deploy("billing", "staging");
    for (String name : List.of("needing", "other", "plain")) {
      deploy(name, "staging");
      deploy(name, "production");
    }
    Then settled =
        given.whenReported(
            new Report.Ended(
                THERE, given.fence(THERE), Converging.asOrdered(given.world(), THERE)));
    assertThat(
            lookedAt(
                settled,
                at("needing", "staging"),
                at("needing", "production"),
                at("other", "staging"),
                at("plain", "staging"),
                at("plain", "production")))
        .containsExactly(at("needing", "staging"));
    assertThat(settled.all(RolloutStarted.class))
        .extracting(started -> started.delivery().placement())
        .containsExactly(at("needing", "staging"));
  }

  /** Commit 2 is in force in staging, and waits in production behind a lock. */
  private void lockedInProduction() {
    lock(new Scope.OfEnvironment(environment("production")));
    push(2);
    given.whenConverged(STAGING);
  }

  private void push(int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    given.whenHinted(MAIN);
  }

  /** A target in staging says how it is. */
  private Then observed(boolean drifted) {
    Slot slot = new Slot(STAGING, SHOP);
    return given.whenReported(
        new Report.Observed(
            slot, given.fence(slot), List.of(), drifted, new Reason("so", "So it is.")));
  }

  private void soaked(String environment) {
    SoakPolicy soak = new SoakPolicy(Optional.empty(), Duration.ofHours(1));
    given.when(Fixtures.apply(Fixtures.guarded(environment, GuardrailPolicy.NONE.with(soak))));
  }

  @Test
  void what_is_said_of_what_is_in_force_is_of_interest_where_it_has_to_be_so_for_a_time() {
    lockedInProduction();
    Placement production = Given.placement("production");
    assertThat(lookedAt(observed(true), production)).isEmpty();
    soaked("production");
    assertThat(lookedAt(observed(false), production)).containsExactly(production);
  }

  @Test
  void what_is_said_of_what_is_on_its_way_is_not() {
    lockedInProduction();
    soaked("production");
    push(3);
    assertThat(lookedAt(given.whenReported(progress()), Given.placement("production"))).isEmpty();
  }

  private Report progress() {
    Slot slot = new Slot(STAGING, SHOP);
    return new Report.Observed(
        slot, given.fence(slot), List.of(), false, new Reason("starting", "It starts."));
  }

  @Test
  void who_does_not_wait_there_is_not_looked_at() {
    soaked("production");
    push(2);
    given.whenConverged(STAGING);
    given.later(Duration.ofHours(1)).whenTicked("production");
    given.whenConverged(target("production", "local"));
    assertThat(lookedAt(observed(true), Given.placement("production"))).isEmpty();
  }
}
