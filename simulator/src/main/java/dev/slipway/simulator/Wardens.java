package dev.slipway.simulator;

import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.Lock.Strength;
import dev.slipway.model.guardrail.LockReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Those who stop what others started: they lock, and release. */
final class Wardens {

  private static final int MINUTES_MAX = 10;

  private static final List<Strength> STRENGTHS = List.of(Strength.values());

  private static final List<Scope> SCOPES =
      List.of(
          new Scope.Everything(),
          new Scope.OfApplication(new ApplicationName("shop")),
          new Scope.OfEnvironment(new EnvironmentName("staging")),
          new Scope.OfEnvironment(new EnvironmentName("production")));

  private final Kernel kernel;
  private final Server server;
  private final People people;

  Wardens(Kernel kernel, Server server, People people) {
    this.kernel = kernel;
    this.server = server;
    this.people = people;
  }

  void lock() {
    Scope scope = SCOPES.get(kernel.random().nextInt(SCOPES.size()));
    Strength strength = STRENGTHS.get(kernel.random().nextInt(STRENGTHS.size()));
    Optional<Duration> lasts =
        kernel.chance(50)
            ? Optional.of(Duration.ofMinutes(1 + kernel.random().nextInt(MINUTES_MAX)))
            : Optional.empty();
    people.wish(new Command.SetLock(scope, new LockReason("Weather."), strength, lasts));
  }

  void unlockOne() {
    locks().findFirst().ifPresent(this::release);
  }

  void unlockAll() {
    locks().forEach(this::release);
  }

  private Stream<Lock> locks() {
    List<Lock> locks =
        world().stream()
            .flatMap(world ->
                SCOPES.stream()
                    .flatMap(scope -> world.locks().of(scope, kernel.instant()).stream()))
            .toList();
    return locks.stream();
  }

  private Optional<World> world() {
    return server.present().map(alive -> alive.loop().memory().world(Organisation.MAIN));
  }

  private void release(Lock lock) {
    people.wish(new Command.ReleaseLock(lock.id()));
  }
}
