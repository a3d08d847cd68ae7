package dev.slipway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When to look at something again. One timer per name; setting it anew moves it. A change is seen
 * at once; it is durable within about a second, so a crash may bring back an older time, and
 * whoever starts looks at everything once. Thread-safe.
 */
public interface Timers {

  void set(String name, Instant at);

  void clear(String name);

  /**
   * The names of timers that are due, earliest first. They stay until they are cleared or moved.
   */
  List<String> due(Instant now, int limit);

  Optional<Instant> next();
}
