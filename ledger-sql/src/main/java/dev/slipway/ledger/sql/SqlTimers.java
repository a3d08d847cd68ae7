package dev.slipway.ledger.sql;

import dev.slipway.ledger.Timers;
import dev.slipway.ledger.memory.MemoryTimers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Timers in memory, with a copy in the database that is about a second behind. Thread-safe. */
final class SqlTimers implements Timers, Rider {

  private final MemoryTimers timers = new MemoryTimers();
  private final Map<String, Optional<Instant>> changed = new HashMap<>();
  private final Seldom seldom = new Seldom();
  private final PreparedStatement set;
  private final PreparedStatement clear;

  SqlTimers(Connection connection) throws SQLException {
    set =
        connection.prepareStatement(
            "INSERT INTO timer (name, at) VALUES (?, ?)"
                + " ON CONFLICT DO UPDATE SET at = excluded.at");
    clear = connection.prepareStatement("DELETE FROM timer WHERE name = ?");
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT name, at FROM timer")) {
      while (row.next()) {
        timers.set(row.getString(1), Instant.ofEpochMilli(row.getLong(2)));
      }
    }
  }

  @Override
  public synchronized void set(String name, Instant at) {
    timers.set(name, at);
    changed.put(name, Optional.of(at));
  }

  @Override
  public synchronized void clear(String name) {
    timers.clear(name);
    changed.put(name, Optional.empty());
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return timers.due(now, limit);
  }

  @Override
  public Optional<Instant> next() {
    return timers.next();
  }

  @Override
  public synchronized boolean isWaiting(boolean last) {
    return !changed.isEmpty() && seldom.isDue(last);
  }

  @Override
  public void write(Connection connection) throws SQLException {
    seldom.rode();
    for (Map.Entry<String, Optional<Instant>> each : takeChanged().entrySet()) {
      PreparedStatement statement = each.getValue().isPresent() ? set : clear;
      statement.setString(1, each.getKey());
      if (each.getValue().isPresent()) {
        statement.setLong(2, each.getValue().get().toEpochMilli());
      }
      statement.executeUpdate();
    }
  }

  private synchronized Map<String, Optional<Instant>> takeChanged() {
    Map<String, Optional<Instant>> taken = Map.copyOf(changed);
    changed.clear();
    return taken;
  }
}
