package dev.slipway.simulator.people;

import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.Lock.Strength;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Those who stop what others started: they lock, and release. */
public final class Wardens implements Townsfolk {

  private static final int MINUTES_MAX = 10;

  private static final List<Strength> STRENGTHS = List.of(Strength.values());

  private final Town town;
  private final Kernel kernel;
  private final List<Scope> scopes;

  public Wardens(Town town) {
    this.town = town;
    this.kernel = town.kernel;
    this.scopes =
        Stream.<Stream<Scope>>of(
                Stream.of(new Scope.Everything()),
                town.programs.stream().map(program -> new Scope.OfApplication(program.name())),
                town.size.environments().stream().map(Scope.OfEnvironment::new),
                town.size.sites().stream().limit(1).map(_ -> new Scope.OfEnvironment(Size.EDGE)))
            .flatMap(scopes -> scopes)
            .toList();
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("lock", 4, this::lock), new Happening("unlock", 4, this::unlockOne));
  }

  @Override
  public void relent() {
    locks().forEach(this::release);
  }

  void lock() {
    Scope scope = scopes.get(kernel.random().nextInt(scopes.size()));
    Strength strength = STRENGTHS.get(kernel.random().nextInt(STRENGTHS.size()));
    Optional<Duration> lasts =
        kernel.chance(50)
            ? Optional.of(Duration.ofMinutes(1 + kernel.random().nextInt(MINUTES_MAX)))
            : Optional.empty();
    town.clients.wish(new Command.SetLock(scope, new LockReason("Weather."), strength, lasts));
  }

  private void unlockOne() {
    locks().findFirst().ifPresent(this::release);
  }

  private Stream<Lock> locks() {
    List<Lock> locks =
        town.server.world().stream()
            .flatMap(world ->
                scopes.stream()
                    .flatMap(scope -> world.locks().of(scope, kernel.instant()).stream()))
            .toList();
    return locks.stream();
  }

  private void release(Lock lock) {
    town.clients.wish(new Command.ReleaseLock(lock.id()));
  }
}
