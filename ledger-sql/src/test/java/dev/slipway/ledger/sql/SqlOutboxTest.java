package dev.slipway.ledger.sql;

import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.contract.OutboxContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlOutboxTest extends OutboxContract {

  private final OpenStore store;

  SqlOutboxTest(@TempDir Path folder) {
    store = new OpenStore(folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Outbox outbox() {
    return store.get().outbox();
  }

  @Override
  protected Outbox reopened() {
    return store.reopened().outbox();
  }
}
