package dev.slipway.engine;

import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.model.Digest;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.DesiredService;
import java.util.List;
import java.util.TreeMap;

/** What an honest agent reports once its slot is as ordered. */
final class Converging {

  private Converging() {}

  static Outcome asOrdered(World world, Slot slot) {
    OrderBody body = Orders.bodyOf(world, slot).orElseThrow();
    List<DesiredService> services =
        switch (body.wanted()) {
          case OrderBody.Wanted.Present present -> present.state().services();
          case OrderBody.Wanted.Effect effect -> effect.state().services();
          case OrderBody.Wanted.Gone _ -> List.of();
        };
    return new Outcome.Converged(
        services.stream()
            .flatMap(s ->
                s.releases().stream().map(r -> running(s.name(), Identities.release(r.release()))))
            .toList());
  }

  static ObservedInstance running(ServiceName service, Digest release) {
    return new ObservedInstance(service, "1", release, Health.HEALTHY, new TreeMap<>());
  }
}
