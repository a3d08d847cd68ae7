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
  private final Map<ActorId, Seen> changed = new HashMap<>();
  private final Seldom seldom = new Seldom();
  private final PreparedStatement set;

  SqlPresence(Connection connection) throws SQLException {
    set =
        connection.prepareStatement(
            "INSERT INTO presence (agent, at, version) VALUES (?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET at = excluded.at, version = excluded.version"
                + " WHERE excluded.at > at");
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT agent, at, version FROM presence")) {
      while (row.next()) {
        presence.heard(
            new ActorId(row.getString(1)),
            new Seen(Instant.ofEpochMilli(row.getLong(2)), row.getString(3)));
      }
    }
  }

  @Override
  public synchronized void heard(ActorId agent, Seen seen) {
    presence.heard(agent, seen);
    changed.merge(agent, seen, (before, now) -> now.at().isAfter(before.at()) ? now : before);
  }

  @Override
  public Map<ActorId, Seen> lastHeard() {
    return presence.lastHeard();
  }

  @Override
  public synchronized boolean isWaiting(boolean last) {
    return !changed.isEmpty() && seldom.isDue(last);
  }

  @Override
  public void write(Connection connection) throws SQLException {
    seldom.rode();
    for (Map.Entry<ActorId, Seen> each : takeChanged().entrySet()) {
      set.setString(1, each.getKey().value());
      set.setLong(2, each.getValue().at().toEpochMilli());
      set.setString(3, each.getValue().version());
      set.executeUpdate();
    }
  }

  private synchronized Map<ActorId, Seen> takeChanged() {
    Map<ActorId, Seen> taken = Map.copyOf(changed);
    changed.clear();
    return taken;
  }
}
