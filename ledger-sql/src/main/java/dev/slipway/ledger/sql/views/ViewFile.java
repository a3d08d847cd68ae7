package dev.slipway.ledger.sql.views;

import dev.slipway.views.Row;
import dev.slipway.views.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * The open file and its prepared statements. NORMAL does not wait for the disk: what a power cut
 * takes is read again from the ledger. Not thread-safe.
 */
final class ViewFile implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<String, SqlTable<?>> tables = new HashMap<>();

  ViewFile(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    // Nobody asks for them, and the driver would look for one after every insert.
    config.setGetGeneratedKeys(false);
    try {
      connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      Schema.prepare(connection);
    } catch (SQLException e) {
      throw new ViewsFailed("The read tables in " + file + " cannot be opened", e);
    }
  }

  @SuppressWarnings("unchecked")
  <R extends Row> SqlTable<R> table(Table<R> table) {
    return (SqlTable<R>) tables.computeIfAbsent(table.name(), any -> new SqlTable<>(table));
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new ViewsFailed("The read tables refused " + sql, e);
    }
  }

  void change(String sql, List<Optional<String>> values) {
    try {
      PreparedStatement statement = statement(sql);
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i).orElse(null));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new ViewsFailed("The read tables could not be written", e);
    }
  }

  <T> List<T> rows(String sql, List<?> values, SqlRows.Reading<T> reading) {
    try {
      PreparedStatement statement = statement(sql);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reading.read(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new ViewsFailed("The read tables could not be read", e);
    }
  }

  long number(String sql, List<?> values) {
    return rows(sql, values, result -> result.getLong(1)).getFirst();
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known != null) {
      return known;
    }
    PreparedStatement made = connection.prepareStatement(sql);
    prepared.put(sql, made);
    return made;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new ViewsFailed("The read tables could not be closed", e);
    }
  }
}
