package dev.slipway.simulator.people;

import dev.slipway.simulator.Computer;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;

/** Nobody in particular: what breaks by itself. Once the weather is calm, all of it is mended. */
public final class Troubles implements Townsfolk {

  private static final Duration DOWN = Duration.ofSeconds(60);

  private final Town town;
  private final Kernel kernel;

  public Troubles(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("server-crash", 10, this::serverDown),
        new Happening("agent-crash", 12, this::agentDown),
        new Happening("machine-restart", 5, this::machineDown),
        new Happening("process-death", 5, this::processDies),
        new Happening("source-away", 3, this::sourceAway));
  }

  @Override
  public void relent() {
    town.source.away(false);
    serverUp();
    town.computers.forEach(Troubles::up);
  }

  private void serverDown() {
    town.server.crash();
    kernel.within(Life.OUTSIDE, DOWN, this::serverUp);
  }

  private void serverUp() {
    if (town.server.present().isEmpty()) {
      town.server.start();
    }
  }

  private void agentDown() {
    Computer computer = town.anyComputer();
    computer.crash();
    kernel.within(Life.OUTSIDE, DOWN, () -> up(computer));
  }

  private void machineDown() {
    Computer computer = town.anyComputer();
    computer.restart();
    kernel.within(Life.OUTSIDE, DOWN, () -> up(computer));
  }

  private static void up(Computer computer) {
    if (!computer.isUp()) {
      computer.start();
    }
  }

  private void processDies() {
    Computer computer = town.anyComputer();
    town.server.world().stream()
        .flatMap(world -> world.deliveries().slots().keySet().stream())
        .filter(slot -> slot.target().equals(computer.target()))
        .forEach(slot -> computer.machine().kill(slot));
  }

  private void sourceAway() {
    town.source.away(true);
    kernel.within(Life.OUTSIDE, DOWN, () -> town.source.away(false));
  }
}
