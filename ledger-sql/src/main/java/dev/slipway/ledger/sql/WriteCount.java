package dev.slipway.ledger.sql;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts durable writes. Thread-safe. */
public final class WriteCount implements DurableWrites {

  private final Map<What, LongAdder> done = new EnumMap<>(What.class);

  public WriteCount() {
    for (What what : What.values()) {
      done.put(what, new LongAdder());
    }
  }

  @Override
  public void before(What what) {}

  @Override
  public void after(What what) {
    counter(what).increment();
  }

  /** How many writes of one kind the disk has confirmed. */
  public long of(What what) {
    return counter(what).sum();
  }

  /** How many there were of all kinds. */
  public long total() {
    return done.values().stream().mapToLong(LongAdder::sum).sum();
  }

  private LongAdder counter(What what) {
    return Objects.requireNonNull(done.get(what));
  }
}
