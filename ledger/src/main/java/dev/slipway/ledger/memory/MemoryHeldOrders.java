package dev.slipway.ledger.memory;

import dev.slipway.ledger.HeldOrders;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What agents hold, in a map. Thread-safe. */
public final class MemoryHeldOrders implements HeldOrders {

  private final Map<Place, Heard> heard = new ConcurrentHashMap<>();

  @Override
  public void heard(Place place, Heard word) {
    heard.put(place, word);
  }

  @Override
  public Optional<Heard> last(Place place) {
    return Optional.ofNullable(heard.get(place));
  }
}
