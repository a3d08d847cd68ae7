package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.model.Placement;
import dev.slipway.model.entry.CauseSettled.Settlement;
import java.util.Optional;

/** Whether an application is delivered to an environment at all. */
final class Placed {

  private Placed() {}

  /** Why a placement is none; empty when it is one. */
  static Optional<Settlement> refusal(Deliberation d, Placement placement) {
    Optional<ApplicationState> known = d.application(placement.application());
    if (known.isEmpty()) {
      return Settlements.refused(
          "unknown-application", "There is no application %s.".formatted(placement.application()));
    }
    return known.orElseThrow().definition().route().contains(placement.environment())
        ? Optional.empty()
        : Settlements.refused(
            "not-on-route",
            "%s is not on the route of %s."
                .formatted(placement.environment(), placement.application()));
  }
}
