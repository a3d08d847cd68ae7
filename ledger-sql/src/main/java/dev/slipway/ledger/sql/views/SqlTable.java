package dev.slipway.ledger.sql.views;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.RecordShape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.views.Row;
import dev.slipway.views.Table;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The statements and the row form of one read table. Immutable. */
final class SqlTable<R extends Row> {

  private static final List<String> FIXED = List.of("organisation", "id", "place", "mark", "body");

  private final Table<R> table;
  private final RecordShape shape;
  private final String put;
  private final String remove;
  private final String find;

  SqlTable(Table<R> table) {
    this.table = table;
    shape = Shapes.ofRecord(table.rows());
    List<String> columns =
        Stream.concat(FIXED.stream(), table.columns().stream().map(column -> "c_" + column))
            .toList();
    put =
        "INSERT OR REPLACE INTO v_%s (%s) VALUES (%s)"
            .formatted(
                table.name(),
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    remove = "DELETE FROM v_%s WHERE organisation = ? AND id = ?".formatted(table.name());
    find = "SELECT body FROM v_%s WHERE organisation = ? AND id = ?".formatted(table.name());
  }

  Table<R> table() {
    return table;
  }

  String put() {
    return put;
  }

  String remove() {
    return remove;
  }

  String find() {
    return find;
  }

  String where(String column) {
    if (!table.columns().contains(column)) {
      throw new IllegalArgumentException("No column " + column + " in " + table.name());
    }
    // Without being told, SQLite takes the key that begins with the organisation, and reads all
    // rows.
    return "SELECT body FROM v_%1$s INDEXED BY v_%1$s_%2$s WHERE organisation = ? AND c_%2$s = ?"
        .formatted(table.name(), column);
  }

  String body(R row) {
    return CanonicalText.of(shape, row).toString();
  }

  R row(String body) throws SQLException {
    try {
      return table.rows().cast(shape.decode(JsonText.read(body, Integer.MAX_VALUE)));
    } catch (Undecodable e) {
      throw new SQLException("A row of " + table.name() + " cannot be read", e);
    }
  }
}
