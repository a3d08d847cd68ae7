package dev.slipway.engine.rollback;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.state.Delivery;
import java.util.Optional;

/**
 * After a failed rollout, what was in force before comes back, where the environment says so; where
 * it says nothing, where the application does. Only what failed is held: its fix goes out by
 * itself.
 */
public final class AutomaticRollback {

  private AutomaticRollback() {}

  /** Sends what was in force before a failed delivery, if that is wanted and there is any. */
  public static void after(Deliberation d, Delivery failed) {
    Placement placement = failed.id().placement();
    if (policy(d, placement) != OnFailure.ROLLBACK) {
      return;
    }
    Choice choice = Choice.of(placement, d.placement(placement), Optional.empty());
    if (choice instanceof Choice.Possible possible) {
      Return.send(
          d,
          placement,
          possible,
          new Return.Sender(
              Identities.rollback(failed.id()),
              ActorId.SLIPWAY,
              true,
              Optional.empty(),
              Optional.empty()));
    }
  }

  /** Why a failed delivery is not taken back although that is wanted; empty otherwise. */
  public static Optional<Reason> refusal(Deliberation d, Delivery failed) {
    PlacementState at = d.placement(failed.id().placement());
    return policy(d, failed.id().placement()) == OnFailure.ROLLBACK
        ? at.inForce().flatMap(held -> Choice.below(at, held.delivery()))
        : Optional.empty();
  }

  private static OnFailure policy(Deliberation d, Placement placement) {
    return d.environment(placement.environment())
        .map(EnvironmentState::definition)
        .flatMap(definition -> definition.onFailure())
        .or(() ->
            d.application(placement.application())
                .map(ApplicationState::definition)
                .flatMap(definition -> definition.onFailure()))
        .orElse(OnFailure.HALT);
  }
}
