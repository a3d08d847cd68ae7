package dev.slipway.ledger.sql;

import dev.slipway.ledger.Presence;
import dev.slipway.ledger.memory.MemoryPresence;
import dev.slipway.model.ActorId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Presence in memory, with a copy in the database that is about a second behind. Thread-safe. */
final class SqlPresence implements Presence, Rider {

  private final MemoryPresence presence = new MemoryPresence();
  private final Map<ActorId, Instant> changed = new HashMap<>();

  SqlPresence(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT agent, at FROM presence")) {
      while (row.next()) {
        presence.heard(new ActorId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)));
      }
    }
  }

  @Override
  public synchronized void heard(ActorId agent, Instant at) {
    presence.heard(agent, at);
    changed.merge(agent, at, (before, now) -> now.isAfter(before) ? now : before);
  }

  @Override
  public Map<ActorId, Instant> lastHeard() {
    return presence.lastHeard();
  }

  @Override
  public synchronized boolean isWaiting(boolean last) {
    return !changed.isEmpty();
  }

  @Override
  public void write(Connection connection) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement(
            "INSERT INTO presence (agent, at) VALUES (?, ?)"
                + " ON CONFLICT DO UPDATE SET at = max(at, excluded.at)")) {
      for (Map.Entry<ActorId, Instant> each : takeChanged().entrySet()) {
        set.setString(1, each.getKey().value());
        set.setLong(2, each.getValue().toEpochMilli());
        set.executeUpdate();
      }
    }
  }

  private synchronized Map<ActorId, Instant> takeChanged() {
    Map<ActorId, Instant> taken = Map.copyOf(changed);
    changed.clear();
    return taken;
  }
}
