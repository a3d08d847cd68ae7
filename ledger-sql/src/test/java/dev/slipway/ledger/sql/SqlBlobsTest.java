package dev.slipway.ledger.sql;

import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.contract.BlobsContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlBlobsTest extends BlobsContract {

  private final OpenStore store;

  SqlBlobsTest(@TempDir Path folder) {
    store = new OpenStore(folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Blobs blobs() {
    return store.get().blobs();
  }
}
