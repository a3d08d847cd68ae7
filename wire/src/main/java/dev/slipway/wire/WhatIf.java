package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A replay of a span against documents, as far as it is.
 *
 * @param percent how far it is
 * @param because why it failed
 * @param rows what became of each shipment at each placement, and what would have; none until it is
 *     done
 * @param assumed what was taken for granted because nothing recorded it
 * @param whole whether nothing had to be left out
 */
public record WhatIf(
    String id,
    WhatIfState state,
    int percent,
    Instant since,
    Instant until,
    Optional<Reason> because,
    List<WhatIfRow> rows,
    List<Reason> assumed,
    boolean whole) {
  public WhatIf {
    rows = List.copyOf(rows);
    assumed = List.copyOf(assumed);
  }
}
