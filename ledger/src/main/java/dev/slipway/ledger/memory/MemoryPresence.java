package dev.slipway.ledger.memory;

import dev.slipway.ledger.Presence;
import dev.slipway.model.ActorId;
import java.util.Map;
import java.util.TreeMap;

/** Presence in a map. Thread-safe. */
public final class MemoryPresence implements Presence {

  private final Map<ActorId, Seen> heard = new TreeMap<>();

  @Override
  public synchronized void heard(ActorId agent, Seen seen) {
    heard.merge(agent, seen, (before, now) -> now.at().isAfter(before.at()) ? now : before);
  }

  @Override
  public synchronized Map<ActorId, Seen> lastHeard() {
    return Map.copyOf(heard);
  }
}
