package dev.slipway.views;

import dev.slipway.model.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which rows of a table to list.
 *
 * @param where values that columns must have
 * @param from the lowest {@link Row#order} to list
 * @param below what {@link Row#order} must be lower than
 * @param after the {@link Page#next} of the page before
 * @param visible whether the asker may read this much; empty when everything is visible
 * @param limit at most this many rows, 1 or more
 */
public record Query(
    Map<String, String> where,
    Optional<String> from,
    Optional<String> below,
    Optional<String> after,
    Optional<Predicate<Scope>> visible,
    int limit) {

  public Query {
    where = Map.copyOf(where);
  }

  public static Query first(int limit) {
    return new Query(
        Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }

  public Query where(String column, String value) {
    Map<String, String> more = new TreeMap<>(where);
    more.put(column, value);
    return new Query(more, from, below, after, visible, limit);
  }

  public Query where(String column, Optional<String> value) {
    return value.map(it -> where(column, it)).orElse(this);
  }

  public Query between(Optional<String> lowest, Optional<String> end) {
    return new Query(where, lowest, end, after, visible, limit);
  }

  public Query after(Optional<String> next) {
    return new Query(where, from, below, next, visible, limit);
  }

  public Query visibleTo(Optional<Predicate<Scope>> reader) {
    return new Query(where, from, below, after, reader, limit);
  }
}
