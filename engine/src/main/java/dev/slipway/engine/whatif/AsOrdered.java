package dev.slipway.engine.whatif;

import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.DesiredService;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an agent would say whose target is exactly as ordered. */
final class AsOrdered {

  private AsOrdered() {}

  static Outcome outcome(World world, Slot slot, Optional<Reason> failed) {
    return failed
        .<Outcome>map(Outcome.Failed::new)
        .orElseGet(() -> new Outcome.Converged(instances(world, slot)));
  }

  private static List<ObservedInstance> instances(World world, Slot slot) {
    return Orders.bodyOf(world, slot).stream()
        .flatMap(body -> services(body.wanted()))
        .flatMap(AsOrdered::running)
        .toList();
  }

  private static Stream<DesiredService> services(OrderBody.Wanted wanted) {
    return switch (wanted) {
      case OrderBody.Wanted.Present present -> present.state().services().stream();
      case OrderBody.Wanted.Effect effect -> effect.state().services().stream();
      case OrderBody.Wanted.Gone _ -> Stream.of();
    };
  }

  private static Stream<ObservedInstance> running(DesiredService service) {
    return service.releases().stream()
        .map(release ->
            new ObservedInstance(
                service.name(),
                "1",
                Identities.release(release.release()),
                Health.HEALTHY,
                Collections.unmodifiableSortedMap(new TreeMap<>())));
  }
}
