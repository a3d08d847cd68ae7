package dev.slipway.ledger.sql;

import dev.slipway.codec.EntryCodec;
import dev.slipway.ledger.chain.Keys;
import dev.slipway.ledger.chain.Link;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** The writer's statements on entries and deduplication keys, prepared once. Not thread-safe. */
final class EntryTable implements Keys {

  private final PreparedStatement insert;
  private final PreparedStatement findKey;
  private final PreparedStatement insertKey;

  EntryTable(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            "INSERT INTO entry (position, at, stream, type, actor, cause, previous, leaf, body)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    findKey = connection.prepareStatement("SELECT position FROM deduplication WHERE key = ?");
    insertKey =
        connection.prepareStatement("INSERT INTO deduplication (key, position) VALUES (?, ?)");
  }

  void insert(Link link) throws SQLException {
    Recorded recorded = link.recorded();
    insert.setLong(1, recorded.position().value());
    insert.setLong(2, recorded.at().toEpochMilli());
    insert.setString(3, recorded.stream().toString());
    insert.setString(4, EntryCodec.typeOf(recorded.entry()));
    insert.setString(5, recorded.actor().value());
    if (recorded.cause().isPresent()) {
      insert.setLong(6, recorded.cause().get().value());
    } else {
      insert.setNull(6, Types.INTEGER);
    }
    insert.setString(7, link.previous().value());
    insert.setString(8, link.leaf().value());
    insert.setBytes(9, link.bytes().toArray());
    insert.executeUpdate();
  }

  @Override
  public Optional<Position> first(String key) {
    try {
      findKey.setString(1, key);
      try (ResultSet row = findKey.executeQuery()) {
        return row.next() ? Optional.of(new Position(row.getLong(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed("A deduplication key cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void remember(String key, Position first) {
    try {
      insertKey.setString(1, key);
      insertKey.setLong(2, first.value());
      insertKey.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed("A deduplication key cannot be written: " + e.getMessage(), e);
    }
  }
}
