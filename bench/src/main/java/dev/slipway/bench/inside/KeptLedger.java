package dev.slipway.bench.inside;

import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.Logs;
import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.sql.DurableWrites;
import dev.slipway.ledger.sql.SqlStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A ledger in a folder, as the server keeps it: made long, and opened in a JVM of its own. */
public final class KeptLedger {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final SigningKey HEADS = SigningKey.of(new byte[32]);
  private static final int DEPLOYS_AT_ONCE = 50;
  private static final double NANOS_PER_MILLI = 1e6;

  /** How a ledger is opened. */
  public enum Manner {
    /** From what was kept of the fold. */
    FROM_SNAPSHOT,
    /** By folding everything. */
    FROM_THE_FIRST_ENTRY
  }

  private KeptLedger() {}

  private static SqlStore open(Path folder) {
    return SqlStore.open(
        folder, CLOCK, "bench/main", HEADS, Logs.Keeping.STANDARD, DurableWrites.UNOBSERVED);
  }

  /** Has deploys follow each other until the ledger has so many entries, and keeps the fold. */
  public static void lengthen(Path folder, long entries) {
    try (SqlStore store = open(folder)) {
      boolean isNew = store.ledger().head().value() == 0;
      Inside inside = Inside.on(store.ledger(), store.snapshots(), CLOCK, Integer.MAX_VALUE);
      if (isNew) {
        inside.founded(store.ledger());
      }
      while (inside.entries() < entries) {
        for (int i = 0; i < DEPLOYS_AT_ONCE; i++) {
          inside.deploy();
        }
        inside.steps(DEPLOYS_AT_ONCE);
      }
      inside.rest();
    }
  }

  /**
   * Opens the ledger of a folder (the first argument) in a manner (the second), and writes into a
   * file (the third) how many milliseconds it took until the state was there.
   */
  public static void main(String[] arguments) throws IOException {
    long began = System.nanoTime();
    try (SqlStore store = open(Path.of(arguments[0]))) {
      Snapshots snapshots =
          switch (Manner.valueOf(arguments[1])) {
            case FROM_SNAPSHOT -> store.snapshots();
            case FROM_THE_FIRST_ENTRY -> new MemorySnapshots();
          };
      Inside inside = Inside.on(store.ledger(), snapshots, CLOCK, Integer.MAX_VALUE);
      long took = System.nanoTime() - began;
      if (inside.entries() != store.ledger().head().value()) {
        throw new IllegalStateException("The state is not where the ledger is");
      }
      Files.writeString(Path.of(arguments[2]), Double.toString(took / NANOS_PER_MILLI));
    }
  }
}
