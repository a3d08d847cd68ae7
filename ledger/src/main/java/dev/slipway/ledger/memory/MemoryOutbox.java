package dev.slipway.ledger.memory;

import dev.slipway.ledger.Outbox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far receivers were told, in a map. Thread-safe. */
public final class MemoryOutbox implements Outbox {

  private final Map<Place, Row> rows = new HashMap<>();

  private record Row(Kept kept, String process, long count) {}

  @Override
  public synchronized Map<Place, Kept> all() {
    Map<Place, Kept> all = new HashMap<>();
    rows.forEach((place, row) -> all.put(place, row.kept));
    return Map.copyOf(all);
  }

  @Override
  public synchronized Claim claim(Place place, Kept fresh, String process, Optional<Long> stood) {
    Row row = rows.getOrDefault(place, new Row(fresh, process, 0));
    if (!row.process.equals(process) && !stood.equals(Optional.of(row.count))) {
      return new Claim.Held(row.count, row.kept);
    }
    rows.put(place, new Row(row.kept, process, row.count + 1));
    return new Claim.Taken(row.kept);
  }

  @Override
  public synchronized boolean keep(Place place, Kept kept, String process) {
    Row row = rows.get(place);
    if (row == null || !row.process.equals(process)) {
      return false;
    }
    rows.put(place, new Row(kept, process, row.count + 1));
    return true;
  }

  @Override
  public synchronized void forget(Place place) {
    rows.remove(place);
  }
}
