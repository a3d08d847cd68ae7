package dev.slipway.ledger.sql;

import dev.slipway.codec.Checkpoint;
import dev.slipway.model.Position;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Holds a ledger against itself and against its signed heads; docs/ledger-format.md says what is
 * compared. It only reads, and may run while a server writes. Stateless; thread-safe.
 */
public final class Verify {

  private Verify() {}

  /**
   * Verifies the ledger in a folder, entry by entry, in bounded memory.
   *
   * @param origin the name in its heads
   * @param headKeys the keys that may have signed heads
   * @throws StoreFailed when there is no ledger in the folder
   */
  public static Verified of(Path folder, String origin, List<PublicKey> headKeys) {
    Path file = folder.resolve(SqlStore.DATABASE);
    if (!Files.exists(file)) {
      throw new StoreFailed("There is no ledger in " + folder + ".");
    }
    Walk walk = new Walk();
    try (Connection connection = Sqlite.reading(file)) {
      // One transaction, so that entries and heads are of one moment.
      Sqlite.execute(connection, "BEGIN");
      Path latest = folder.resolve(SqlStore.HEADS).resolve(Heads.LATEST);
      SignedHeads heads = SignedHeads.read(connection, latest, origin, headKeys);
      return verified(connection, walk, heads, origin);
    } catch (SQLException | IOException e) {
      return new Verified.Broken(
          new Position(walk.size() + 1),
          new Reason("ledger-unreadable", "The ledger cannot be read: " + e.getMessage()));
    }
  }

  private static Verified verified(
      Connection connection, Walk walk, SignedHeads heads, String origin) throws SQLException {
    try (Statement all = connection.createStatement();
        ResultSet rows = all.executeQuery(Row.ALL)) {
      while (rows.next()) {
        Optional<Reason> wrong = walk.next(Row.read(rows));
        if (wrong.isPresent()) {
          return new Verified.Broken(new Position(walk.size() + 1), wrong.get());
        }
        if (heads.has(walk.size())) {
          Optional<Verified> contradicted = heads.contradicts(walk.size(), walk.root());
          if (contradicted.isPresent()) {
            return contradicted.get();
          }
        }
      }
    }
    return heads
        .forged()
        .or(() -> heads.outgrows(walk.size()))
        .orElseGet(() ->
            new Verified.Sound(new Checkpoint(origin, walk.size(), walk.root()), heads.newest()));
  }
}
