package dev.slipway.ledger.sql.views;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.RecordShape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.views.Row;
import dev.slipway.views.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements and the row form of one read table. Immutable. */
final class SqlTable<R extends Row> {

  private static final List<String> FIXED = List.of("organisation", "id", "place", "mark", "body");

  private final Table<R> table;
  private final RecordShape shape;

  SqlTable(Table<R> table) {
    this.table = table;
    shape = Shapes.ofRecord(table.rows());
  }

  Table<R> table() {
    return table;
  }

  String put() {
    String columns =
        Stream.concat(FIXED.stream(), table.columns().stream().map(column -> "c_" + column))
            .collect(Collectors.joining(", "));
    String places =
        Stream.of(columns.split(", ", -1)).map(any -> "?").collect(Collectors.joining(", "));
    return "INSERT OR REPLACE INTO v_%s (%s) VALUES (%s)".formatted(table.name(), columns, places);
  }

  String remove() {
    return "DELETE FROM v_%s WHERE organisation = ? AND id = ?".formatted(table.name());
  }

  String find() {
    return "SELECT body FROM v_%s WHERE organisation = ? AND id = ?".formatted(table.name());
  }

  String where(String column) {
    if (!table.columns().contains(column)) {
      throw new IllegalArgumentException("No column " + column + " in " + table.name());
    }
    return "SELECT body FROM v_%s WHERE organisation = ? AND c_%s = ?"
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
