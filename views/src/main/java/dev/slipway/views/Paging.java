package dev.slipway.views;

import dev.slipway.model.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Cuts sorted rows into pages. Stateless. */
public final class Paging {

  /** Parts of a page's mark are apart by what no name holds. */
  private static final String APART = " ";

  private Paging() {}

  /** The order in which a table is listed. */
  public static <R extends Row> Comparator<R> order(Table<R> table) {
    Comparator<R> ascending = Comparator.comparing(Paging::mark);
    return table.direction() == Table.Direction.ASCENDING ? ascending : ascending.reversed();
  }

  /** Where a page that ends with this row continues. */
  public static String mark(Row row) {
    return row.order() + APART + row.key();
  }

  /** The rows after the query's mark, of those that its reader may see, and how many there are. */
  public static <R extends Row> Page<R> page(Stream<R> sorted, Table<R> table, Query query) {
    List<R> visible = visible(sorted, query);
    int start = query.after().map(mark -> indexAfter(visible, table, mark)).orElse(0);
    int end = Math.min(visible.size(), start + query.limit());
    Optional<String> next =
        end < visible.size() ? Optional.of(mark(visible.get(end - 1))) : Optional.empty();
    return new Page<>(visible.subList(start, end), visible.size(), next);
  }

  private static <R extends Row> List<R> visible(Stream<R> sorted, Query query) {
    if (query.visible().isEmpty()) {
      return sorted.toList();
    }
    Map<Scope, Boolean> judged = new HashMap<>();
    List<R> visible = new ArrayList<>();
    sorted
        .filter(row -> judged.computeIfAbsent(row.scope(), query.visible().get()::test))
        .forEach(visible::add);
    return visible;
  }

  private static <R extends Row> int indexAfter(List<R> rows, Table<R> table, String mark) {
    int start = 0;
    while (start < rows.size() && !isAfter(rows.get(start), table, mark)) {
      start++;
    }
    return start;
  }

  private static boolean isAfter(Row row, Table<?> table, String mark) {
    int compared = mark(row).compareTo(mark);
    return table.direction() == Table.Direction.ASCENDING ? compared > 0 : compared < 0;
  }
}
