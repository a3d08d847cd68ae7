package dev.slipway.ledger.memory;

import dev.slipway.ledger.chain.Keys;
import dev.slipway.ledger.chain.Link;
import dev.slipway.model.Bytes;
import dev.slipway.model.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The disk of a {@link MemoryLedger}: what it holds outlives the ledger that wrote it, as a disk
 * outlives a process. Several ledgers may share one, as processes share a database. Thread-safe.
 */
public final class MemoryStore {

  private final List<Link> links = new ArrayList<>();
  private final Map<String, Position> keys = new HashMap<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

  /** An empty disk. */
  public MemoryStore() {}

  /** A disk with these entries, as a recorded ledger has them. */
  public static MemoryStore of(List<Bytes> entries) {
    MemoryStore store = new MemoryStore();
    entries.stream().map(Link::read).forEach(store.links::add);
    return store;
  }

  /** The exact bytes of all entries, in order. */
  public synchronized List<Bytes> entries() {
    return links.stream().map(Link::bytes).toList();
  }

  /** Calls somebody after each group that anybody wrote. */
  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  /** Tells all who watch that something was written; called by whoever wrote it, without locks. */
  void changed() {
    watchers.forEach(Runnable::run);
  }

  synchronized int size() {
    return links.size();
  }

  synchronized List<Link> links(int from, int to) {
    return List.copyOf(links.subList(from, to));
  }

  synchronized void write(List<Link> group, Map<String, Position> usedKeys) {
    links.addAll(group);
    keys.putAll(usedKeys);
  }

  private synchronized Optional<Position> key(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  /** The keys on disk and those of a group that is not written yet, which {@code used} collects. */
  Keys keys(Map<String, Position> used) {
    return new Keys() {
      @Override
      public Optional<Position> first(String key) {
        return Optional.ofNullable(used.get(key)).or(() -> key(key));
      }

      @Override
      public void remember(String key, Position first) {
        used.put(key, first);
      }
    };
  }
}
