package dev.slipway.ledger.sql;

import dev.slipway.ledger.Timers;
import dev.slipway.ledger.contract.TimersContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlTimersTest extends TimersContract {

  private final OpenStore store;

  SqlTimersTest(@TempDir Path folder) {
    store = new OpenStore(folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Timers timers() {
    return store.get().timers();
  }

  @Override
  protected Timers reopened() {
    return store.reopened().timers();
  }
}
