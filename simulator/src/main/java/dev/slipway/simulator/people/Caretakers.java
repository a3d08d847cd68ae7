package dev.slipway.simulator.people;

import dev.slipway.engine.fold.TargetState;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.simulator.Computer;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.util.List;

/** Those who see to targets: they let one rest, take one out, and have them in use again. */
public final class Caretakers implements Townsfolk {

  private static final Remark DISK = new Remark("Its disk is replaced.");

  private final Town town;
  private final Kernel kernel;

  public Caretakers(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening(
            "target-paused", 2, () -> town.clients.wish(new Command.PauseTarget(one(), DISK))),
        new Happening(
            "target-removed", 1, () -> town.clients.wish(new Command.RemoveTarget(one()))),
        new Happening("target-resumed", 3, () -> resume(one())));
  }

  @Override
  public void relent() {
    town.computers.stream().map(Computer::target).filter(this::rests).forEach(this::resume);
  }

  private boolean rests(TargetId target) {
    return town.server
        .world()
        .flatMap(world -> world.declared().target(target))
        .flatMap(TargetState::rests)
        .isPresent();
  }

  private void resume(TargetId target) {
    town.clients.wish(new Command.ResumeTarget(target));
  }

  private TargetId one() {
    List<Computer> computers = town.computers;
    return computers.get(kernel.random().nextInt(computers.size())).target();
  }
}
