package dev.slipway.ledger.sql;

import dev.slipway.ledger.InboxBodies;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Inbox bodies in the ledger's database. A body rides along with the next group, so that it costs
 * no wait for the disk of its own. Thread-safe.
 */
final class SqlInboxBodies implements InboxBodies, Rider {

  private record Key(Organisation organisation, Digest digest) {}

  /** A body that came at some time; two that came are never the same, even where they are equal. */
  private static final class Kept {
    private final Bytes body;
    private final Instant receivedAt;

    Kept(Bytes body, Instant receivedAt) {
      this.body = body;
      this.receivedAt = receivedAt;
    }
  }

  private final Writer writer;
  private final Readers readers;
  private final Map<Key, Kept> unwritten = new ConcurrentHashMap<>();
  private final PreparedStatement insert;
  private Map<Key, Kept> riding = Map.of();

  /** Its bodies are written with statements of the writer's connection. */
  SqlInboxBodies(Connection connection, Writer writer, Readers readers) throws SQLException {
    insert =
        connection.prepareStatement(
            "INSERT INTO inbox_body (organisation, digest, received_at, body) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET received_at = excluded.received_at");
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void keep(Organisation organisation, Digest digest, Bytes body, Instant receivedAt) {
    unwritten.put(new Key(organisation, digest), new Kept(body, receivedAt));
  }

  @Override
  public boolean isWaiting(boolean last) {
    return !unwritten.isEmpty();
  }

  @Override
  public void write(Connection connection) throws SQLException {
    riding = Map.copyOf(unwritten);
    for (Map.Entry<Key, Kept> each : riding.entrySet()) {
      insert.setString(1, each.getKey().organisation.value());
      insert.setString(2, each.getKey().digest.value());
      insert.setLong(3, each.getValue().receivedAt.toEpochMilli());
      insert.setBytes(4, each.getValue().body.toArray());
      insert.executeUpdate();
    }
  }

  @Override
  public void durable() {
    riding.forEach(unwritten::remove);
    riding = Map.of();
  }

  @Override
  public Optional<Bytes> read(Organisation organisation, Digest digest) {
    return Optional.ofNullable(unwritten.get(new Key(organisation, digest)))
        .map(kept -> kept.body)
        .or(() -> stored(organisation, digest));
  }

  private Optional<Bytes> stored(Organisation organisation, Digest digest) {
    return readers.ask(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT body FROM inbox_body WHERE organisation = ? AND digest = ?")) {
        select.setString(1, organisation.value());
        select.setString(2, digest.value());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(Bytes.of(row.getBytes(1))) : Optional.empty();
        }
      }
    });
  }

  @Override
  public int forgetBefore(Instant instant, int atMost) {
    // What was kept so far rides along with this, and is in the database then.
    writer.call(connection -> Jobs.Written.NO);
    return writer.call(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM inbox_body WHERE rowid IN (SELECT rowid FROM inbox_body"
                  + " WHERE received_at < ? ORDER BY received_at LIMIT ?)")) {
        delete.setLong(1, instant.toEpochMilli());
        delete.setInt(2, atMost);
        return delete.executeUpdate();
      }
    });
  }
}
