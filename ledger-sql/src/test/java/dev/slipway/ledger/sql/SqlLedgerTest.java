package dev.slipway.ledger.sql;

import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.contract.LedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlLedgerTest extends LedgerContract {

  private final OpenStore store;

  SqlLedgerTest(@TempDir Path folder) {
    store = new OpenStore(folder, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Ledger ledger() {
    return store.get().ledger();
  }

  @Override
  protected Ledger reopened() {
    return store.reopened().ledger();
  }
}
