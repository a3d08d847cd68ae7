package dev.slipway.ledger.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Opens connections to a database file as everything here needs them. Stateless. */
final class Sqlite {

  private static final int BUSY_MILLIS = 10_000;

  private Sqlite() {}

  /** For the one thread that writes. */
  static Connection writing(Path file) throws SQLException {
    SQLiteConfig config = config();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL waits for the disk at every commit; NORMAL would lose commits when the power fails.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    // Otherwise INSERT OR REPLACE would delete without asking the triggers.
    config.setPragma(SQLiteConfig.Pragma.RECURSIVE_TRIGGERS, "true");
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  /** For whoever reads; several may, while one writes. */
  static Connection reading(Path file) throws SQLException {
    Connection connection = config().createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    execute(connection, "PRAGMA query_only = ON");
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    // Nobody asks for them, and the driver would look for one after every insert.
    config.setGetGeneratedKeys(false);
    return config;
  }
}
