package dev.slipway.engine.rollback;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.RollbackChoices;
import dev.slipway.model.state.Skip;
import java.util.Optional;

/** Says of each delivery that was in force whether it could be gone back to now. */
public final class Choices {

  private Choices() {}

  /** Everything that is kept, the newest first. */
  public static RollbackChoices of(Placement placement, PlacementState at) {
    boolean isFull = at.past().size() == PlacementState.PAST_MAX;
    return new RollbackChoices(
        at.past().reversed().stream().map(held -> one(placement, at, held)).toList(),
        isFull ? Optional.of(at.past().getFirst().delivery().id().number()) : Optional.empty());
  }

  private static RollbackChoices.One one(Placement placement, PlacementState at, InForce held) {
    Delivery delivery = held.delivery();
    Skip named = new Skip(delivery.id().number(), delivery.change().sha());
    return switch (Choice.of(placement, at, Optional.of(named.number()))) {
      case Choice.Impossible impossible ->
          new RollbackChoices.One(named, held.since(), false, Optional.of(impossible.because()));
      case Choice.Possible _ ->
          new RollbackChoices.One(
              named,
              held.since(),
              true,
              Choice.isHeld(at, delivery.hash()) ? Optional.of(held(named)) : Optional.empty());
    };
  }

  private static Reason held(Skip named) {
    return new Reason(
        "held",
        "What #%d holds was rolled back; it is gone back to only where it is named."
            .formatted(named.number()));
  }
}
