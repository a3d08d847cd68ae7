package dev.slipway.ledger.sql;

import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.contract.SnapshotsContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlSnapshotsTest extends SnapshotsContract {

  private final OpenStore store;

  SqlSnapshotsTest(@TempDir Path folder) {
    store = new OpenStore(folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Snapshots snapshots() {
    return store.get().snapshots();
  }

  @Override
  protected Snapshots reopened() {
    return store.reopened().snapshots();
  }
}
