package dev.slipway.ledger.sql;

import dev.slipway.codec.Checkpoint;
import dev.slipway.codec.Checkpoints;
import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.chain.Chain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Signs what the ledger is, at most once a second and at the end: into the database, and into a
 * file beside it that outlives a database that was cut. The first entries after a pause are not
 * signed at once, so that what follows from them does not wait for the signature's file.
 */
final class Heads implements Rider {

  /** The file with the newest head. */
  static final String LATEST = "latest";

  private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

  /** Who signs, and under which name. */
  record Signer(String origin, SigningKey key) {}

  private final Signer signer;
  private final Chain chain;
  private final Path folder;
  private final Disk disk;
  private long signed;
  private long unsignedSince;
  private boolean unsigned;
  private String note = "";

  private Heads(Signer signer, Chain chain, Path folder, Disk disk, long signed) {
    this.signer = signer;
    this.chain = chain;
    this.folder = folder;
    this.disk = disk;
    this.signed = signed;
  }

  /**
   * Goes on after the heads that there are, in the database and in the file.
   *
   * @throws StoreFailed when the ledger ends before an entry that was signed
   */
  static Heads resume(Signer signer, Chain chain, Path folder, Disk disk, Connection connection)
      throws SQLException, IOException {
    long inDatabase =
        Statements.rows(
                connection, "SELECT coalesce(max(size), 0) FROM head", row -> row.getLong(1))
            .getFirst();
    long signed = Math.max(inDatabase, inFile(signer, folder.resolve(LATEST)));
    if (signed > chain.head().value()) {
      throw new StoreFailed(
          "The ledger ends at entry "
              + chain.head()
              + ", but "
              + signed
              + " entries were signed: its end is missing. Look at it with slipway ledger verify."
              + " If an older copy was put back on purpose, move "
              + folder.resolve(LATEST)
              + " out of the way.");
    }
    return new Heads(signer, chain, folder, disk, inDatabase);
  }

  private static long inFile(Signer signer, Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    return Checkpoints.open(Files.readString(file), signer.origin, signer.key.publicKey())
        .map(Checkpoint::size)
        .orElse(0L);
  }

  @Override
  public boolean isWaiting(boolean last) {
    if (chain.head().value() == signed) {
      return false;
    }
    if (!unsigned) {
      unsigned = true;
      unsignedSince = System.nanoTime();
    }
    return last || System.nanoTime() - unsignedSince >= PERIOD_NANOS;
  }

  @Override
  public void write(Connection connection) throws SQLException {
    Checkpoint checkpoint = chain.checkpoint(signer.origin);
    note = Checkpoints.sign(checkpoint, signer.origin, signer.key);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO head (size, note) VALUES (?, ?)")) {
      insert.setLong(1, checkpoint.size());
      insert.setString(2, note);
      insert.executeUpdate();
    }
    Statements.change(
        connection,
        "INSERT INTO edge (one, size, hashes) VALUES (1, ?, ?)"
            + " ON CONFLICT DO UPDATE SET size = excluded.size, hashes = excluded.hashes",
        checkpoint.size(),
        chain.edge().toArray());
    signed = checkpoint.size();
    unsigned = false;
  }

  @Override
  public void durable() {
    try {
      disk.replace(folder, LATEST, note);
    } catch (IOException e) {
      throw new UncheckedIOException("The signed head cannot be written to " + folder, e);
    }
  }
}
