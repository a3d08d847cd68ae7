package dev.slipway.ledger.memory;

import dev.slipway.ledger.InboxBodies;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inbox bodies in a map. Thread-safe. */
public final class MemoryInboxBodies implements InboxBodies {

  private record Key(Organisation organisation, Digest digest) {}

  private record Kept(Bytes body, Instant receivedAt) {}

  private final Map<Key, Kept> bodies = new HashMap<>();

  @Override
  public synchronized void keep(
      Organisation organisation, Digest digest, Bytes body, Instant receivedAt) {
    bodies.put(new Key(organisation, digest), new Kept(body, receivedAt));
  }

  @Override
  public synchronized Optional<Bytes> read(Organisation organisation, Digest digest) {
    return Optional.ofNullable(bodies.get(new Key(organisation, digest))).map(Kept::body);
  }

  @Override
  public synchronized int forgetBefore(Instant instant, int atMost) {
    List<Key> old =
        bodies.entrySet().stream()
            .filter(body -> body.getValue().receivedAt.isBefore(instant))
            .sorted(Comparator.comparing(body -> body.getValue().receivedAt))
            .limit(atMost)
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(bodies::remove);
    return old.size();
  }
}
