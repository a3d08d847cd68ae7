package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.World;
import dev.slipway.model.entry.Recorded;
import java.time.Instant;
import java.util.List;

/**
 * A part of the ledger.
 *
 * @param before what was so when it begins
 * @param entries what was recorded from {@code since} to {@code until}
 */
public record Span(World before, List<Recorded> entries, Instant since, Instant until) {
  public Span {
    entries = List.copyOf(entries);
  }
}
