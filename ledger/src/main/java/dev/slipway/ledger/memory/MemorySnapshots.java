package dev.slipway.ledger.memory;

import dev.slipway.ledger.Snapshots;
import java.util.Optional;

/** The newest snapshot in memory. Thread-safe. */
public final class MemorySnapshots implements Snapshots {

  private volatile Optional<Snapshot> newest = Optional.empty();

  @Override
  public Optional<Snapshot> newest() {
    return newest;
  }

  @Override
  public void keep(Snapshot snapshot) {
    newest = Optional.of(snapshot);
  }

  @Override
  public void drop() {
    newest = Optional.empty();
  }
}
