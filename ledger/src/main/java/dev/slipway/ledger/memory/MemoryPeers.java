package dev.slipway.ledger.memory;

import dev.slipway.ledger.Peers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What processes say of themselves, in a map. Thread-safe. */
public final class MemoryPeers implements Peers {

  private final Map<String, Word> said = new ConcurrentHashMap<>();

  @Override
  public void says(String process, Word word) {
    said.put(process, word);
  }

  @Override
  public void leaves(String process) {
    said.remove(process);
  }

  @Override
  public Map<String, Word> all() {
    return Map.copyOf(said);
  }
}
