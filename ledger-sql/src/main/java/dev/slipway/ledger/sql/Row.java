package dev.slipway.ledger.sql;

import dev.slipway.model.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** An entry as the database has it, believed in nothing. */
record Row(
    long position,
    long at,
    String stream,
    String type,
    String actor,
    Optional<Long> cause,
    String previous,
    String leaf,
    Bytes body) {

  static final String ALL =
      "SELECT position, at, stream, type, actor, cause, previous, leaf, body FROM entry"
          + " ORDER BY position";

  static Row read(ResultSet row) throws SQLException {
    long number = row.getLong(6);
    Optional<Long> cause = row.wasNull() ? Optional.empty() : Optional.of(number);
    return new Row(
        row.getLong(1),
        row.getLong(2),
        text(row, 3),
        text(row, 4),
        text(row, 5),
        cause,
        text(row, 7),
        text(row, 8),
        Bytes.of(Optional.ofNullable(row.getBytes(9)).orElseGet(() -> new byte[0])));
  }

  static String text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }
}
