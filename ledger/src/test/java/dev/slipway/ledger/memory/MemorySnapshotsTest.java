package dev.slipway.ledger.memory;

import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.contract.SnapshotsContract;

class MemorySnapshotsTest extends SnapshotsContract {

  private final MemorySnapshots snapshots = new MemorySnapshots();

  @Override
  protected Snapshots snapshots() {
    return snapshots;
  }

  @Override
  protected Snapshots reopened() {
    return snapshots;
  }
}
