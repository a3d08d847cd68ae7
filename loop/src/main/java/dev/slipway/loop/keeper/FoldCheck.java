package dev.slipway.loop.keeper;

import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Snapshots;
import dev.slipway.loop.Ports;
import dev.slipway.loop.Stores;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds what the store really holds a second time, behind the first, and compares. A difference
 * means that memory and ledger do not tell the same story; then nothing may be decided on that
 * memory any more.
 */
public final class FoldCheck {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int PAGE = 1_000;
  private static final String LANE = "fold check";

  private final Ledger ledger;
  private final Snapshots snapshots;
  private final Worlds worlds;
  private final Keeper keeper;
  private final Scheduler scheduler;
  private final Workers workers;

  private final Map<Organisation, World> shadow = new HashMap<>();
  private Position folded = Position.START;

  public FoldCheck(Stores stores, Worlds worlds, Keeper keeper, Ports ports) {
    ledger = stores.ledger();
    snapshots = stores.snapshots();
    this.worlds = worlds;
    this.keeper = keeper;
    scheduler = ports.scheduler();
    workers = ports.workers();
  }

  /** Checks from now on, every five minutes; called in the loop's turn. */
  public void start() {
    scheduler.after(INTERVAL, this::check);
  }

  private void check() {
    Map<Organisation, World> present = worlds.all();
    Position until = worlds.position();
    workers.execute(
        LANE,
        () -> {
          foldUntil(until);
          boolean same = shadow.equals(present);
          if (!same) {
            // Memory may have begun with it; the next start folds the ledger itself.
            snapshots.drop();
          }
          scheduler.execute(() -> checked(same, until));
        });
  }

  private void foldUntil(Position until) {
    while (until.isAfter(folded)) {
      int limit = (int) Math.min(PAGE, until.value() - folded.value());
      List<Recorded> page = ledger.read(folded, limit);
      for (Recorded entry : page) {
        shadow.merge(
            entry.stream().organisation(),
            World.empty(entry.stream().organisation()).with(entry),
            (known, first) -> known.with(entry));
      }
      folded = page.getLast().position();
    }
  }

  private void checked(boolean same, Position until) {
    if (same) {
      start();
    } else {
      keeper.halt(
          "the state in memory is not what the ledger folds to at " + until,
          new IllegalStateException("fold differs at " + until));
    }
  }
}
