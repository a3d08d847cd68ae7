package dev.slipway.views;

import java.util.List;

/**
 * A read table.
 *
 * @param name also what a store calls it; letters only
 * @param columns what its rows can be filtered by
 */
public record Table<R extends Row>(
    String name, Class<R> rows, List<String> columns, Direction direction) {

  /** How the rows are listed. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }

  public Table {
    columns = List.copyOf(columns);
  }
}
