package dev.slipway.engine.rollout;

import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Reason;

/** What a rollout waits for when nothing is special; recorded only after something else was. */
public final class Expected {

  private Expected() {}

  public static Reason of(RolloutState rollout) {
    return rollout.phase() == RolloutPhase.CANCELLING
        ? new Reason(
            "cancelling",
            "The targets of %s were ordered back, and end what they had begun."
                .formatted(rollout.delivery().id()))
        : new Reason(
            "members-answering",
            "The targets of %s have their orders and are converging."
                .formatted(rollout.delivery().id()));
  }
}
