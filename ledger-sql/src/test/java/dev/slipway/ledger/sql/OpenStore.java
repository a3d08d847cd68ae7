package dev.slipway.ledger.sql;

import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.Logs;
import java.nio.file.Path;
import java.time.InstantSource;

/** A store in a test's folder, which can be opened again. */
final class OpenStore implements AutoCloseable {

  static final String ORIGIN = "slipway.test/main";
  static final SigningKey KEY = SigningKey.of(new byte[32]);

  private final Path folder;
  private final InstantSource clock;
  final WriteCount writes = new WriteCount();
  private SqlStore store;

  OpenStore(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    store = SqlStore.open(folder, clock, ORIGIN, KEY, Logs.Keeping.STANDARD, writes);
  }

  SqlStore get() {
    return store;
  }

  SqlStore reopened() {
    store.close();
    store = SqlStore.open(folder, clock, ORIGIN, KEY, Logs.Keeping.STANDARD, writes);
    return store;
  }

  @Override
  public void close() {
    store.close();
  }
}
