package dev.slipway.ledger.sql;

import dev.slipway.ledger.Directory;
import dev.slipway.ledger.contract.DirectoryContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlDirectoryTest extends DirectoryContract {

  private final OpenStore store;

  SqlDirectoryTest(@TempDir Path folder) {
    store = new OpenStore(folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Directory directory() {
    return store.get().directory();
  }
}
