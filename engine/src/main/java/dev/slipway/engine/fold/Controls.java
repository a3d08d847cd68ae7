package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.state.Hold;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What people, rollbacks and failures have laid on a placement.
 *
 * @param pause while it is there, nothing new starts
 * @param holds what is kept away, the oldest first; of more than {@value #HOLDS_MAX} the oldest is
 *     forgotten
 * @param breakdown what failed last, as long as nothing has come in its place
 */
public record Controls(Optional<Pause> pause, PVector<Held> holds, Optional<Breakdown> breakdown) {

  public static final int HOLDS_MAX = 50;

  static final Controls NONE =
      new Controls(Optional.empty(), TreePVector.empty(), Optional.empty());

  /** Who paused, and why. */
  public record Pause(ActorId by, Remark because, Instant since) {

    /** What whoever waits is told. */
    public Reason reason() {
      return new Reason("paused", "%s paused it: %s".formatted(by, because));
    }
  }

  /**
   * A hold.
   *
   * @param fixes commits that mend it, as people say
   */
  public record Held(Hold hold, PVector<Sha> fixes) {}

  /**
   * A delivery that failed, and that nothing has replaced.
   *
   * @param at where the failure is written; what was made after that replaces it
   */
  public record Breakdown(DeliveryId delivery, Reason because, Position at) {}

  Controls paused(PlacementPaused entry, Instant at) {
    return new Controls(Optional.of(new Pause(entry.by(), entry.because(), at)), holds, breakdown);
  }

  Controls resumed() {
    return new Controls(Optional.empty(), holds, breakdown);
  }

  Controls held(Hold hold) {
    PVector<Held> all = holds.plus(new Held(hold, TreePVector.empty()));
    return new Controls(pause, all.size() > HOLDS_MAX ? all.minus(0) : all, breakdown);
  }

  Controls lifted(ShipmentId rollback) {
    return new Controls(
        pause,
        holds.minusAll(
            holds.stream().filter(held -> held.hold().rollback().equals(rollback)).toList()),
        breakdown);
  }

  Controls fixed(Sha by) {
    return new Controls(
        pause,
        TreePVector.from(
            holds.stream().map(held -> new Held(held.hold(), held.fixes().plus(by))).toList()),
        breakdown);
  }

  Controls failed(RolloutFailed entry, Position at) {
    Breakdown down = new Breakdown(entry.delivery(), entry.because(), at);
    return new Controls(pause, holds, Optional.of(down));
  }

  /** Something came in the place of what failed, or somebody said that nothing has to. */
  Controls replaced() {
    return new Controls(pause, holds, Optional.empty());
  }
}
