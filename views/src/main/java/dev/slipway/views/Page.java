package dev.slipway.views;

import java.util.List;
import java.util.Optional;

/**
 * Some of the rows that a query finds.
 *
 * @param total how many it finds in all, whatever the page
 * @param next where the next page starts; absent on the last
 */
public record Page<R>(List<R> rows, long total, Optional<String> next) {

  public Page {
    rows = List.copyOf(rows);
  }
}
