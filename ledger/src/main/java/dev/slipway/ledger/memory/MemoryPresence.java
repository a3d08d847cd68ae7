package dev.slipway.ledger.memory;

import dev.slipway.ledger.Presence;
import dev.slipway.model.ActorId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Presence in a map. Thread-safe. */
public final class MemoryPresence implements Presence {

  private final Map<ActorId, Instant> heard = new TreeMap<>();

  @Override
  public synchronized void heard(ActorId agent, Instant at) {
    heard.merge(agent, at, (before, now) -> now.isAfter(before) ? now : before);
  }

  @Override
  public synchronized Map<ActorId, Instant> lastHeard() {
    return Map.copyOf(heard);
  }
}
