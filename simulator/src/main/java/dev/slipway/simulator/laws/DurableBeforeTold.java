package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.Digest;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.Recorded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Law 1: what a sender was told is safe is in the ledger, and whatever was received comes to
 * exactly one settlement.
 */
final class DurableBeforeTold implements Law {

  private final Set<Digest> received = new HashSet<>();

  @Override
  public String name() {
    return "law-01";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    if (recorded.entry() instanceof EventReceived event) {
      received.add(event.body());
    }
    return List.of();
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    Stream<String> lost =
        ending.acknowledged().stream()
            .filter(body -> !received.contains(body))
            .map(body -> "an event was acknowledged and is not in the ledger: " + body);
    Stream<String> open =
        ending.world().unsettled().stream().map(r -> "nothing became of " + r.position());
    return Stream.concat(lost, open).toList();
  }
}
