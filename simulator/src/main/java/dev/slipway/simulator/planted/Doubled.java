package dev.slipway.simulator.planted;

import dev.slipway.ledger.Ledger;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Deliveries of more releases than their shipments bring. */
final class Doubled {

  private Doubled() {}

  /** Of each service another release comes too, of the same commit. */
  static Ledger releases(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            Stream.of(
                draft.entry() instanceof DeliveryMade made
                    ? Written.with(draft, new DeliveryMade(doubled(made.delivery())))
                    : draft));
  }

  private static Delivery doubled(Delivery delivery) {
    return new Delivery(
        delivery.id(),
        delivery.shipment(),
        delivery.change(),
        delivery.base(),
        new DesiredState(
            delivery.state().services().stream().map(Doubled::doubled).toList(),
            delivery.state().jobs()),
        delivery.hash(),
        delivery.restores());
  }

  private static DesiredService doubled(DesiredService service) {
    DesiredRelease wanted = service.releases().getFirst();
    return wanted.release().workload() instanceof Workload.Command
        ? service
        : service.holding(
            List.of(
                wanted,
                new DesiredRelease(
                    other(wanted.release()), 0, wanted.replicas(), DesiredRelease.Part.STANDBY)));
  }

  private static Release other(Release release) {
    SortedMap<String, String> variables = new TreeMap<>(release.variables());
    variables.put("OTHER", "true");
    return new Release(
        release.service(),
        release.artifact(),
        release.workload(),
        release.health(),
        variables,
        release.timeouts(),
        release.limits(),
        release.secrets());
  }
}
