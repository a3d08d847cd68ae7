package dev.slipway.ledger.memory;

import dev.slipway.ledger.Timers;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Timers in order of their times; of one time, in order of their names. Thread-safe. */
public final class MemoryTimers implements Timers {

  private record Due(Instant at, String name) {}

  private final Map<String, Due> byName = new HashMap<>();
  private final TreeSet<Due> byTime =
      new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::name));

  @Override
  public synchronized void set(String name, Instant at) {
    clear(name);
    Due due = new Due(at, name);
    byName.put(name, due);
    byTime.add(due);
  }

  @Override
  public synchronized void clear(String name) {
    Optional.ofNullable(byName.remove(name)).ifPresent(byTime::remove);
  }

  @Override
  public synchronized List<String> due(Instant now, int limit) {
    return byTime.stream()
        .takeWhile(due -> !due.at.isAfter(now))
        .limit(limit)
        .map(Due::name)
        .toList();
  }

  @Override
  public synchronized Optional<Instant> next() {
    return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.first().at);
  }
}
