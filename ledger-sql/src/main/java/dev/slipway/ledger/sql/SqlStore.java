package dev.slipway.ledger.sql;

import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.Directory;
import dev.slipway.ledger.InboxBodies;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Logs;
import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.Presence;
import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.Timers;
import dev.slipway.ledger.chain.Chain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * A folder that remembers everything: {@code ledger.db} with the ledger and what is beside it,
 * {@code heads/latest} with the newest signed head, {@code blobs/}, {@code logs/}. One process at a
 * time has it. Thread-safe.
 */
public final class SqlStore implements AutoCloseable {

  static final String DATABASE = "ledger.db";
  static final String HEADS = "heads";
  private static final long BLOB_SIZE_MAX = 4L << 30;

  private final FolderLock lock;
  private final Writer writer;
  private final Readers readers;
  private final SqlLedger ledger;
  private final SqlInboxBodies inboxBodies;
  private final SqlDirectory directory;
  private final SqlTimers timers;
  private final SqlPresence presence;
  private final SqlSnapshots snapshots;
  private final SqlOutbox outbox;
  private final FolderBlobs blobs;
  private final FolderLogs logs;

  private SqlStore(
      FolderLock lock,
      Path folder,
      InstantSource clock,
      Heads.Signer signer,
      Logs.Keeping keeping,
      DurableWrites writes)
      throws SQLException, IOException {
    this.lock = lock;
    Path file = folder.resolve(DATABASE);
    Connection connection = Sqlite.writing(file);
    Schema.upgrade(connection);
    EntryTable table = new EntryTable(connection);
    Chain chain = new Chain(clock, table);
    new LedgerEnd(connection, signer).resume(chain);
    timers = new SqlTimers(connection);
    presence = new SqlPresence(connection);
    Path headFolder = Disk.folder(folder.resolve(HEADS));
    Heads heads = Heads.resume(signer, chain, headFolder, new Disk(writes), connection);
    blobs = new FolderBlobs(folder.resolve("blobs"), BLOB_SIZE_MAX, writes);
    logs = new FolderLogs(folder.resolve("logs"), clock, keeping);
    readers = new Readers(file);
    writer = new Writer(connection, writes);
    ledger = new SqlLedger(writer, readers, chain, table);
    inboxBodies = new SqlInboxBodies(connection, writer, readers);
    directory = new SqlDirectory(writer, readers);
    snapshots = new SqlSnapshots(writer, readers);
    outbox = new SqlOutbox(connection, writer, readers);
    // Heads come last, so that they sign what the group has brought.
    writer.start(List.of(timers, presence, inboxBodies, heads));
  }

  /**
   * Opens a folder, and makes it where it is missing.
   *
   * @param origin names this ledger in its signed heads, such as {@code slipway.example/main}; no
   *     spaces, no plus signs
   * @param headKey signs the heads
   * @param keeping how long logs are kept
   * @throws FolderInUse when another process has it
   * @throws StoreFailed when what lies there cannot be opened
   */
  public static SqlStore open(
      Path folder,
      InstantSource clock,
      String origin,
      SigningKey headKey,
      Logs.Keeping keeping,
      DurableWrites writes) {
    FolderLock lock = lock(folder);
    try {
      return new SqlStore(lock, folder, clock, new Heads.Signer(origin, headKey), keeping, writes);
    } catch (SQLException | IOException | RuntimeException e) {
      lock.close();
      throw new StoreFailed("The folder " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static FolderLock lock(Path folder) {
    try {
      return FolderLock.take(Disk.folder(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
    }
  }

  public Ledger ledger() {
    return ledger;
  }

  public Blobs blobs() {
    return blobs;
  }

  public Logs logs() {
    return logs;
  }

  public InboxBodies inboxBodies() {
    return inboxBodies;
  }

  public Timers timers() {
    return timers;
  }

  public Presence presence() {
    return presence;
  }

  public Snapshots snapshots() {
    return snapshots;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Directory directory() {
    return directory;
  }

  /** Writes what is waiting, signs the last head, and lets go of the folder. */
  @Override
  public void close() {
    writer.close();
    readers.close();
    lock.close();
  }
}
