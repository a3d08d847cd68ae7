package dev.slipway.source;

import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What sources said that is worth keeping: what was used last, as much of it as there is room for.
 * Thread-safe.
 */
public final class Recent<K, V> {

  private static final int ROOM = 1_000;

  private final LinkedHashMap<K, V> held = new LinkedHashMap<>(16, 0.75f, true);

  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(held.get(key));
  }

  public synchronized void put(K key, V value) {
    held.put(key, value);
    if (held.size() > ROOM) {
      held.pollFirstEntry();
    }
  }

  /** Forgets it, if it is still this. */
  public synchronized void remove(K key, V value) {
    held.remove(key, value);
  }
}
