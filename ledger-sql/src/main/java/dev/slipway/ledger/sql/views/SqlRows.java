package dev.slipway.ledger.sql.views;

import dev.slipway.model.Organisation;
import dev.slipway.views.Paging;
import dev.slipway.views.Row;
import dev.slipway.views.Rows;
import dev.slipway.views.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one organisation in the file. Confined to whoever holds the file's lock. */
final class SqlRows implements Rows {

  private final ViewFile file;
  private final Organisation organisation;

  SqlRows(ViewFile file, Organisation organisation) {
    this.file = file;
    this.organisation = organisation;
  }

  @Override
  public <R extends Row> Optional<R> find(Table<R> table, String key) {
    SqlTable<R> sql = file.table(table);
    return rows(sql, sql.find(), List.of(organisation.value(), key)).stream().findFirst();
  }

  @Override
  public <R extends Row> List<R> where(Table<R> table, String column, String value) {
    SqlTable<R> sql = file.table(table);
    return rows(sql, sql.where(column), List.of(organisation.value(), value));
  }

  private <R extends Row> List<R> rows(SqlTable<R> sql, String select, List<Object> values) {
    return file.rows(select, values, result -> sql.row(result.getString(1)));
  }

  @Override
  public <R extends Row> void put(Table<R> table, R row) {
    SqlTable<R> sql = file.table(table);
    List<Optional<String>> values = new ArrayList<>();
    values.add(Optional.of(organisation.value()));
    values.add(Optional.of(row.key()));
    values.add(Optional.of(row.order()));
    values.add(Optional.of(Paging.mark(row)));
    values.add(Optional.of(sql.body(row)));
    Map<String, String> columns = row.columns();
    table.columns().forEach(column -> values.add(Optional.ofNullable(columns.get(column))));
    file.change(sql.put(), values);
  }

  @Override
  public void remove(Table<?> table, String key) {
    file.change(
        file.table(table).remove(), List.of(Optional.of(organisation.value()), Optional.of(key)));
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet result) throws SQLException;
  }
}
