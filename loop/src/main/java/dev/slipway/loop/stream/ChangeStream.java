package dev.slipway.loop.stream;

import dev.slipway.ledger.Ledger;
import dev.slipway.loop.door.Changes;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets watchers catch up from the ledger, off the loop's turn, and then gives them every group as
 * it is written.
 */
public final class ChangeStream implements Changes {

  private static final int PAGE = 500;
  private static final String LANE = "change streams";

  private final Ledger ledger;
  private final Worlds worlds;
  private final Scheduler scheduler;
  private final Workers workers;
  private final Set<Watcher> live = new LinkedHashSet<>();

  public ChangeStream(Ledger ledger, Worlds worlds, Scheduler scheduler, Workers workers) {
    this.ledger = ledger;
    this.worlds = worlds;
    this.scheduler = scheduler;
    this.workers = workers;
  }

  @Override
  public Subscription follow(Organisation organisation, Position after, Listener listener) {
    Watcher watcher = new Watcher(organisation, listener, after);
    scheduler.execute(() -> attachOrCatchUp(watcher));
    return watcher;
  }

  /** Takes what was just written; called in the loop's turn. */
  public void took(List<Recorded> entries) {
    for (Watcher watcher : List.copyOf(live)) {
      if (watcher.closed) {
        live.remove(watcher);
      } else {
        watcher.give(entries);
      }
    }
  }

  private void attachOrCatchUp(Watcher watcher) {
    if (!worlds.position().isAfter(watcher.given)) {
      live.add(watcher);
    } else if (!watcher.closed) {
      workers.execute(LANE, () -> catchUp(watcher));
    }
  }

  private void catchUp(Watcher watcher) {
    Position until = worlds.position();
    while (until.isAfter(watcher.given) && !watcher.closed) {
      List<Recorded> page = ledger.read(watcher.given, PAGE);
      if (page.isEmpty()) {
        break;
      }
      watcher.give(page);
    }
    scheduler.execute(() -> attachOrCatchUp(watcher));
  }

  /**
   * One who watches. Entries are given to it by one thread at a time: a worker's first, the loop's
   * from then on.
   */
  private static final class Watcher implements Subscription {

    private final Organisation organisation;
    private final Listener listener;
    private volatile Position given;
    private volatile boolean closed;

    Watcher(Organisation organisation, Listener listener, Position given) {
      this.organisation = organisation;
      this.listener = listener;
      this.given = given;
    }

    void give(List<Recorded> entries) {
      Position already = given;
      List<Recorded> own =
          entries.stream()
              .filter(entry -> entry.position().isAfter(already))
              .filter(entry -> entry.stream().organisation().equals(organisation))
              .toList();
      given = entries.getLast().position();
      if (!own.isEmpty()) {
        listener.changed(own);
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
