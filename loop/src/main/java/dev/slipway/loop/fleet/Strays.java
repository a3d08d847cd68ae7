package dev.slipway.loop.fleet;

import dev.slipway.loop.door.Agents.Noticed;
import dev.slipway.loop.door.Agents.Stray;
import dev.slipway.model.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What runs at machines beside what was ordered. Agents tell all of it with every message, so it is
 * not written down: after a start it is known again as soon as they were heard. Thread-safe.
 */
final class Strays {

  private final Map<ActorId, List<Noticed>> noticed = new ConcurrentHashMap<>();

  void heard(ActorId agent, List<Stray> strays, Instant now) {
    List<Noticed> before = of(agent);
    if (strays.isEmpty()) {
      noticed.remove(agent);
    } else {
      noticed.put(agent, strays.stream().map(stray -> noticed(stray, before, now)).toList());
    }
  }

  List<Noticed> of(ActorId agent) {
    return noticed.getOrDefault(agent, List.of());
  }

  private static Noticed noticed(Stray stray, List<Noticed> before, Instant now) {
    return before.stream()
        .filter(one -> one.stray().slot().equals(stray.slot()))
        .filter(one -> one.stray().service().equals(stray.service()))
        .findFirst()
        .map(one -> new Noticed(stray, one.since()))
        .orElseGet(() -> new Noticed(stray, now));
  }
}
