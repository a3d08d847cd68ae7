package dev.slipway.loop.replay;

import dev.slipway.engine.fold.World;
import dev.slipway.engine.whatif.Span;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a span page by page: what comes before it is folded, the rest is kept. Not thread-safe. */
final class SpanReading {

  static final int PAGE = 1_000;

  private final Ledger ledger;
  private final Organisation organisation;
  private final Instant since;
  private final Instant until;
  private final int entriesMax;
  private final Position head;
  private final List<Recorded> entries = new ArrayList<>();
  private World before;
  private Position read = Position.START;
  private boolean through;

  SpanReading(
      Ledger ledger, Organisation organisation, Instant since, Instant until, int entriesMax) {
    this.ledger = ledger;
    this.organisation = organisation;
    this.since = since;
    this.until = until;
    this.entriesMax = entriesMax;
    head = ledger.head();
    before = World.empty(organisation);
  }

  /** Reads a page; whether there is more. */
  boolean goOn() {
    List<Recorded> page = through ? List.of() : ledger.read(read, PAGE);
    for (Recorded recorded : page) {
      take(recorded);
    }
    if (!page.isEmpty()) {
      read = page.getLast().position();
    }
    through |= page.isEmpty() || !head.isAfter(read);
    return !through && tooMany().isEmpty();
  }

  private void take(Recorded recorded) {
    if (recorded.at().isAfter(until) || recorded.position().isAfter(head)) {
      through = true;
    } else if (recorded.at().isBefore(since)) {
      before = before.with(recorded);
    } else if (recorded.stream().organisation().equals(organisation)) {
      entries.add(recorded);
    }
  }

  Optional<Reason> tooMany() {
    return entries.size() > entriesMax
        ? Optional.of(
            new Reason(
                "too-many-entries",
                "The span has more than %d entries; choose a shorter one.".formatted(entriesMax)))
        : Optional.empty();
  }

  int percent() {
    return head.value() == 0 ? 100 : (int) (read.value() * 100 / head.value());
  }

  Span span() {
    return new Span(before, entries, since, until);
  }
}
