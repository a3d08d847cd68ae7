package dev.slipway.views;

import dev.slipway.model.Scope;
import java.util.Map;

/**
 * One row of a read table. Rows are immutable values; a changed row replaces the one of its key.
 */
public interface Row {

  /** Identifies the row within its table and organisation. */
  String key();

  /**
   * Where the row stands in its table; compared as text, and unique together with the key. Rows
   * stand by their keys unless told otherwise.
   */
  default String order() {
    return key();
  }

  /**
   * What the row can be filtered by, under the names that its {@link Table} declares; by nothing
   * unless told otherwise.
   */
  default Map<String, String> columns() {
    return Map.of();
  }

  /** What an actor must be allowed to read in order to see the row. */
  Scope scope();
}
