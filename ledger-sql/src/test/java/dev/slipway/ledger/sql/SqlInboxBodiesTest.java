package dev.slipway.ledger.sql;

import dev.slipway.ledger.InboxBodies;
import dev.slipway.ledger.contract.InboxBodiesContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlInboxBodiesTest extends InboxBodiesContract {

  private final OpenStore store;

  SqlInboxBodiesTest(@TempDir Path folder) {
    store = new OpenStore(folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected InboxBodies bodies() {
    return store.get().inboxBodies();
  }

  @Override
  protected InboxBodies reopened() {
    return store.reopened().inboxBodies();
  }
}
