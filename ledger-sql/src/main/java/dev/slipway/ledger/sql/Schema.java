package dev.slipway.ledger.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings a database to today's schema; SQLite's {@code user_version} says where it is. Stateless.
 */
final class Schema {

  private static final int NEWEST = 6;
  private static final Pattern STATEMENTS = Pattern.compile("\n\n+");

  private Schema() {}

  /**
   * Runs the numbered files beside this class that the database has not seen.
   *
   * @throws StoreFailed when the database is of a newer Slipway; nothing is changed
   */
  static void upgrade(Connection connection) throws SQLException {
    int version = version(connection);
    if (version > NEWEST) {
      throw new StoreFailed(
          "The database has schema "
              + version
              + ", this Slipway knows up to "
              + NEWEST
              + ". Start a newer Slipway.");
    }
    for (int next = version + 1; next <= NEWEST; next++) {
      Sqlite.execute(connection, "BEGIN IMMEDIATE");
      for (String statement : STATEMENTS.splitAsStream(script(next)).toList()) {
        Sqlite.execute(connection, statement);
      }
      // A pragma takes no bound parameter; the number is ours.
      Sqlite.execute(connection, "PRAGMA user_version = " + next);
      Sqlite.execute(connection, "COMMIT");
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static String script(int number) {
    try (InputStream script =
        Optional.ofNullable(Schema.class.getResourceAsStream(number + ".sql")).orElseThrow()) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The program is not whole: " + number + ".sql", e);
    }
  }
}
