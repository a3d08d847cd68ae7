package dev.slipway.views;

import java.util.List;
import java.util.Optional;

/** The rows of one organisation while entries are taken. */
public interface Rows {

  <R extends Row> Optional<R> find(Table<R> table, String key);

  /** All rows with this value in a column. */
  <R extends Row> List<R> where(Table<R> table, String column, String value);

  /** Puts a row in the place of the one with its key. */
  <R extends Row> void put(Table<R> table, R row);

  void remove(Table<?> table, String key);
}
