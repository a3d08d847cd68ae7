package dev.slipway.ledger.sql;

import dev.slipway.ledger.Presence;
import dev.slipway.ledger.contract.PresenceContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlPresenceTest extends PresenceContract {

  private final OpenStore store;

  SqlPresenceTest(@TempDir Path folder) {
    store = new OpenStore(folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Presence presence() {
    return store.get().presence();
  }

  @Override
  protected Presence reopened() {
    return store.reopened().presence();
  }
}
