package dev.slipway.ledger.memory;

import dev.slipway.ledger.Outbox;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far receivers were told, in a map. Thread-safe. */
public final class MemoryOutbox implements Outbox {

  private final Map<Place, Row> rows = new HashMap<>();

  private record Row(Kept kept, String process, Instant until) {}

  @Override
  public synchronized Map<Place, Kept> all() {
    Map<Place, Kept> all = new HashMap<>();
    rows.forEach((place, row) -> all.put(place, row.kept));
    return Map.copyOf(all);
  }

  @Override
  public synchronized Optional<Kept> claim(
      Place place, Kept fresh, String process, Instant now, Instant until) {
    Row row = rows.getOrDefault(place, new Row(fresh, process, until));
    if (!row.process.equals(process) && row.until.isAfter(now)) {
      return Optional.empty();
    }
    rows.put(place, new Row(row.kept, process, until));
    return Optional.of(row.kept);
  }

  @Override
  public synchronized boolean keep(Place place, Kept kept, String process, Instant until) {
    Row row = rows.get(place);
    if (row == null || !row.process.equals(process)) {
      return false;
    }
    rows.put(place, new Row(kept, process, until));
    return true;
  }

  @Override
  public synchronized void forget(Place place) {
    rows.remove(place);
  }
}
