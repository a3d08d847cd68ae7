package dev.slipway.simulator.people;

import dev.slipway.engine.fold.SetState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SetId;
import dev.slipway.model.command.Cargo;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.util.List;
import java.util.Optional;

/** Those who deliver several applications as one, end that, and take it back. */
public final class Shippers implements Townsfolk {

  private final Town town;
  private final Kernel kernel;

  public Shippers(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("ship", 4, this::ship),
        new Happening("set-cancelled", 1, this::cancel),
        new Happening("set-back", 1, this::rollBack));
  }

  /** All applications there are, where there are several, through some of the environments. */
  private void ship() {
    List<EnvironmentName> all = town.size.environments();
    if (town.programs.size() < 2) {
      return;
    }
    int stops = 1 + kernel.random().nextInt(all.size());
    List<EnvironmentName> travel = all.subList(0, stops);
    town.clients.wish(
        new Command.Ship(
            town.programs.stream()
                .map(program -> new Cargo(program.name(), Optional.empty()))
                .toList(),
            travel,
            kernel.chance(50) ? OnFailure.ROLLBACK : OnFailure.HALT,
            kernel.chance(70) ? travel : List.of()));
  }

  private void cancel() {
    sets(true).stream()
        .findFirst()
        .ifPresent(set -> town.clients.wish(new Command.CancelSet(set.set().id())));
  }

  private void rollBack() {
    List<SetState> ended = sets(false);
    if (!ended.isEmpty()) {
      SetState set = ended.getLast();
      SetId id = set.set().id();
      EnvironmentName first = set.set().travel().getFirst();
      town.clients.wish(new Command.RollbackSet(id, Optional.of(first), Optional.of(first)));
    }
  }

  private List<SetState> sets(boolean open) {
    return town.server.world().stream()
        .flatMap(world -> world.sets().order().stream().flatMap(id -> world.sets().of(id).stream()))
        .filter(set -> set.end().isEmpty() == open)
        .toList();
  }
}
