package dev.slipway.ledger.sql.views;

import dev.slipway.model.Organisation;
import dev.slipway.views.Query;
import dev.slipway.views.Row;
import dev.slipway.views.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The SQL of a query: fixed names of columns, and every value bound. */
record Listing(String table, String condition, List<Object> values, boolean ascending) {

  Listing {
    values = List.copyOf(values);
  }

  static <R extends Row> Listing of(Organisation organisation, Table<R> table, Query query) {
    StringBuilder condition = new StringBuilder("organisation = ?");
    List<Object> values = new ArrayList<>();
    values.add(organisation.value());
    for (Map.Entry<String, String> where : query.where().entrySet()) {
      if (!table.columns().contains(where.getKey())) {
        throw new IllegalArgumentException("No column " + where.getKey() + " in " + table.name());
      }
      condition.append(" AND c_").append(where.getKey()).append(" = ?");
      values.add(where.getValue());
    }
    query
        .from()
        .ifPresent(from -> {
          condition.append(" AND place >= ?");
          values.add(from);
        });
    query
        .below()
        .ifPresent(below -> {
          condition.append(" AND place < ?");
          values.add(below);
        });
    return new Listing(
        "v_" + table.name(),
        condition.toString(),
        values,
        table.direction() == Table.Direction.ASCENDING);
  }

  String count() {
    return "SELECT count(*) FROM " + table + " WHERE " + condition;
  }

  String all() {
    return "SELECT body FROM " + table + " WHERE " + condition + sorted();
  }

  /** One more than the limit is asked for, to see whether there is a next page. */
  String page(boolean afterMark) {
    String beyond = afterMark ? " AND mark " + (ascending ? ">" : "<") + " ?" : "";
    return "SELECT body FROM " + table + " WHERE " + condition + beyond + sorted() + " LIMIT ?";
  }

  private String sorted() {
    return " ORDER BY mark " + (ascending ? "ASC" : "DESC");
  }
}
