package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.Actors.Grant;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Role;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.guardrail.GuardrailName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What somebody who may let deliveries go past, each exactly as it was made. */
final class Bypasses {

  private final Map<DeliveryId, Digest> hashes = new HashMap<>();
  private final Set<Past> let = new HashSet<>();

  private record Past(DeliveryId delivery, GuardrailName guardrail) {}

  void take(World world, Entry entry) {
    if (entry instanceof DeliveryMade made) {
      hashes.put(made.delivery().id(), made.delivery().hash());
    }
    if (entry instanceof GuardrailBypassed it
        && it.hash().equals(hashes.get(it.delivery()))
        && may(world, it.by())) {
      let.add(new Past(it.delivery(), it.guardrail()));
    }
  }

  boolean cover(DeliveryId delivery, GuardrailName guardrail) {
    return let.contains(new Past(delivery, guardrail));
  }

  private static boolean may(World world, ActorId actor) {
    return actor.equals(ActorId.SLIPWAY)
        || world
            .actors()
            .grant(actor)
            .map(Grant::role)
            .filter(role -> role == Role.OWNER || role == Role.ADMIN)
            .isPresent();
  }
}
