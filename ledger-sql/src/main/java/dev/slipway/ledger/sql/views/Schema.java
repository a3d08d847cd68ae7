package dev.slipway.ledger.sql.views;

import dev.slipway.views.Table;
import dev.slipway.views.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of the file: one per read table with its columns, and the position that was read to.
 * Names come from {@link Tables}, never from outside. Stateless.
 */
final class Schema {

  private Schema() {}

  /** Makes the tables, anew when they are of another form. */
  static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (form(statement) != Tables.FORM) {
        for (String sql : making(statement)) {
          statement.execute(sql);
        }
      }
    }
  }

  private static int form(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static List<String> making(Statement statement) throws SQLException {
    List<String> sql = new ArrayList<>();
    sql.add("BEGIN IMMEDIATE");
    try (ResultSet tables =
        statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      while (tables.next()) {
        sql.add("DROP TABLE \"" + tables.getString(1) + "\"");
      }
    }
    sql.add("CREATE TABLE progress (position INTEGER NOT NULL)");
    sql.add("INSERT INTO progress VALUES (0)");
    Tables.ALL.forEach(table -> sql.addAll(making(table)));
    sql.add("PRAGMA user_version = " + Tables.FORM);
    sql.add("COMMIT");
    return sql;
  }

  private static List<String> making(Table<?> table) {
    List<String> sql = new ArrayList<>();
    StringBuilder columns = new StringBuilder();
    table.columns().forEach(column -> columns.append(", c_").append(column).append(" TEXT"));
    sql.add(
        "CREATE TABLE v_%s (organisation TEXT NOT NULL, id TEXT NOT NULL, place TEXT NOT NULL, mark TEXT NOT NULL, body TEXT NOT NULL%s, PRIMARY KEY (organisation, id)) WITHOUT ROWID"
            .formatted(table.name(), columns));
    sql.add("CREATE INDEX v_%1$s_mark ON v_%1$s (organisation, mark)".formatted(table.name()));
    for (String column : table.columns()) {
      sql.add(
          "CREATE INDEX v_%1$s_%2$s ON v_%1$s (organisation, c_%2$s, mark)"
              .formatted(table.name(), column));
    }
    return sql;
  }
}
