package dev.slipway.simulator.laws;

import dev.slipway.codec.EntryCodec;
import dev.slipway.model.Digest;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Law 1: what a sender was told is safe is in the ledger, and whatever was received comes to
 * exactly one settlement.
 */
final class DurableBeforeTold implements Law {

  @Override
  public String name() {
    return "law-01";
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    Set<Digest> received =
        ending.entries().stream()
            .map(bytes -> EntryCodec.decode(bytes.toArray()).entry())
            .flatMap(DurableBeforeTold::body)
            .collect(Collectors.toSet());
    Stream<String> lost =
        ending.acknowledged().stream()
            .filter(body -> !received.contains(body))
            .map(body -> "an event was acknowledged and is not in the ledger: " + body);
    Stream<String> open =
        ending.world().unsettled().stream().map(r -> "nothing became of " + r.position());
    return Stream.concat(lost, open).toList();
  }

  private static Stream<Digest> body(Entry entry) {
    return entry instanceof EventReceived event ? Stream.of(event.body()) : Stream.empty();
  }
}
