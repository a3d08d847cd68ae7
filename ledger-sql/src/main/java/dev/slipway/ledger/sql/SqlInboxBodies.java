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
 * Inbox bodies in the ledger's database. A body goes the same way as the entry that names it, just
 * before it, so they share one commit. Thread-safe.
 */
final class SqlInboxBodies implements InboxBodies {

  private record Key(Organisation organisation, Digest digest) {}

  private final Writer writer;
  private final Readers readers;
  private final Map<Key, Bytes> unwritten = new ConcurrentHashMap<>();

  SqlInboxBodies(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void keep(Organisation organisation, Digest digest, Bytes body, Instant receivedAt) {
    Key key = new Key(organisation, digest);
    unwritten.put(key, body);
    Keep keep = new Keep(key, body, receivedAt);
    writer.submit(keep);
    if (keep.failed) {
      throw new StoreFailed("The body was not kept: the store takes nothing more.");
    }
  }

  /** One body on its way through the writer. */
  private final class Keep implements Job {
    private final Key key;
    private final Bytes body;
    private final Instant receivedAt;
    private volatile boolean failed;

    Keep(Key key, Bytes body, Instant receivedAt) {
      this.key = key;
      this.body = body;
      this.receivedAt = receivedAt;
    }

    @Override
    public boolean write(Connection connection) throws SQLException {
      insert(connection, key, body, receivedAt);
      return true;
    }

    @Override
    public void durable() {
      unwritten.remove(key, body);
    }

    @Override
    public void failed(StoreFailed why) {
      failed = true;
      unwritten.remove(key, body);
    }
  }

  private static void insert(Connection connection, Key key, Bytes body, Instant receivedAt)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO inbox_body (organisation, digest, received_at, body) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET received_at = excluded.received_at")) {
      insert.setString(1, key.organisation.value());
      insert.setString(2, key.digest.value());
      insert.setLong(3, receivedAt.toEpochMilli());
      insert.setBytes(4, body.toArray());
      insert.executeUpdate();
    }
  }

  @Override
  public Optional<Bytes> read(Organisation organisation, Digest digest) {
    return Optional.ofNullable(unwritten.get(new Key(organisation, digest)))
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
  public int forgetBefore(Instant instant) {
    return writer.call(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM inbox_body WHERE received_at < ?")) {
        delete.setLong(1, instant.toEpochMilli());
        return delete.executeUpdate();
      }
    });
  }
}
