package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Law 2: a shipment is made once, a wish is received once, a cause is settled once. */
final class OnceOnly implements Law {

  private final Set<String> seen = new HashSet<>();

  @Override
  public String name() {
    return "law-02";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return identity(recorded.entry()).stream()
        .filter(identity -> !seen.add(identity))
        .map(identity -> "a second time at " + recorded.position() + ": " + identity)
        .toList();
  }

  private static Optional<String> identity(Entry entry) {
    return switch (entry) {
      case ShipmentMade e -> Optional.of("shipment " + e.shipment().id());
      case CommandReceived e -> Optional.of("wish " + e.actor() + " " + e.idempotencyKey());
      case CauseSettled e -> Optional.of("settlement of " + e.received());
      case Entry _ -> Optional.empty();
    };
  }
}
