package dev.slipway.simulator.people;

import dev.slipway.simulator.Computer;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Replica;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Nobody in particular: what breaks by itself. Once the weather is calm, all of it is mended. */
public final class Troubles implements Townsfolk {

  private static final Duration DOWN = Duration.ofSeconds(60);

  /** Longer than the server waits for anybody. */
  private static final Duration LONG = Duration.ofMinutes(6);

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
        new Happening("server-frozen", 2, this::serverFrozen),
        new Happening("server-gone", 1, town.server::retire),
        new Happening("agent-crash", 12, () -> agent(Computer::crash, DOWN, Troubles::up)),
        new Happening("agent-away", 2, () -> agent(Computer::crash, LONG, Troubles::up)),
        new Happening("agent-frozen", 2, () -> agent(Computer::freeze, LONG, Computer::thaw)),
        new Happening("agent-cut-off", 3, () -> agent(this::cut, LONG, this::join)),
        new Happening("machine-restart", 5, () -> agent(Computer::restart, DOWN, Troubles::up)),
        new Happening("disk-full", 2, () -> agent(Troubles::fill, DOWN, Troubles::empty)),
        new Happening("secret-gone", 2, () -> agent(Troubles::loseSecret, DOWN, Troubles::find)),
        new Happening("process-death", 5, this::processDies),
        new Happening("source-away", 3, this::sourceAway));
  }

  @Override
  public void mend() {
    town.source.away(false);
    town.server.thaw();
    town.server.start();
    town.computers.forEach(computer -> {
      computer.thaw();
      join(computer);
      empty(computer);
      find(computer);
      up(computer);
    });
  }

  /** One of its processes, or all of it where there is one. */
  private void serverDown() {
    Replica replica = town.server.anyReplica();
    replica.crash();
    kernel.within(Life.OUTSIDE, DOWN, () -> up(replica));
  }

  static void up(Replica replica) {
    if (replica.present().isEmpty()) {
      replica.start();
    }
  }

  private void serverFrozen() {
    Replica replica = town.server.anyReplica();
    replica.freeze();
    kernel.within(Life.OUTSIDE, LONG, replica::thaw);
  }

  /** Something befalls one of the agents, for at most some time. */
  private void agent(Consumer<Computer> begins, Duration longest, Consumer<Computer> ends) {
    Computer computer = town.anyComputer();
    begins.accept(computer);
    kernel.within(Life.OUTSIDE, longest, () -> ends.accept(computer));
  }

  private static void up(Computer computer) {
    if (!computer.isUp()) {
      computer.start();
    }
  }

  private void cut(Computer computer) {
    town.network.cut(computer.agent(), true);
  }

  private void join(Computer computer) {
    town.network.cut(computer.agent(), false);
  }

  private static void fill(Computer computer) {
    computer.fillDisk(true);
  }

  private static void empty(Computer computer) {
    computer.fillDisk(false);
    up(computer);
  }

  private static void loseSecret(Computer computer) {
    computer.safe().empty(true);
  }

  private static void find(Computer computer) {
    computer.safe().empty(false);
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
