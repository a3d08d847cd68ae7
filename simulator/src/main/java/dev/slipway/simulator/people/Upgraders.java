package dev.slipway.simulator.people;

import dev.slipway.loop.keeper.Founding;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Replica;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;

/**
 * Those who bring another version of the server, one process after the other, go back half way, and
 * see too late that the ledger was raised.
 */
public final class Upgraders implements Townsfolk {

  private static final int NEXT = Founding.FORMAT + 1;
  private static final Duration DOWN = Duration.ofSeconds(20);
  private static final Duration NOTICED = Duration.ofMinutes(3);

  private final Town town;
  private final Kernel kernel;

  public Upgraders(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("upgrade", 2, () -> replace(town.server.anyReplica(), NEXT)),
        new Happening("downgrade", 1, this::downgrade));
  }

  private void downgrade() {
    replace(town.server.anyReplica(), Founding.FORMAT);
    kernel.within(Life.OUTSIDE, NOTICED, this::mend);
  }

  /** Most end as they should, and the others are killed. */
  private void replace(Replica replica, int format) {
    if (kernel.chance(70)) {
      replica.end();
    } else {
      replica.crash();
    }
    replica.become(format);
    kernel.within(Life.OUTSIDE, DOWN, () -> Troubles.up(replica));
  }

  /** Who cannot go on with the ledger gets a version that can. */
  @Override
  public void mend() {
    town.server.replicas().stream()
        .filter(replica -> replica.present().filter(alive -> alive.loop().isHalted()).isPresent())
        .forEach(replica -> replace(replica, NEXT));
  }

  /** What was begun is brought to its end. */
  @Override
  public void relent() {
    List<Replica> replicas = town.server.replicas();
    if (replicas.stream().anyMatch(replica -> replica.format() == NEXT)) {
      replicas.stream()
          .filter(replica -> replica.present().isPresent() && replica.format() < NEXT)
          .forEach(replica -> replace(replica, NEXT));
    }
  }
}
