package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.state.Hold;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What people and rollbacks have laid on a placement.
 *
 * @param pause while it is there, nothing new starts
 * @param holds what is kept away, the oldest first; of more than {@value #HOLDS_MAX} the oldest is
 *     forgotten
 */
public record Controls(Optional<Pause> pause, PVector<Held> holds) {

  public static final int HOLDS_MAX = 50;

  static final Controls NONE = new Controls(Optional.empty(), TreePVector.empty());

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

  Controls paused(PlacementPaused entry, Instant at) {
    return new Controls(Optional.of(new Pause(entry.by(), entry.because(), at)), holds);
  }

  Controls resumed() {
    return new Controls(Optional.empty(), holds);
  }

  Controls held(Hold hold) {
    PVector<Held> all = holds.plus(new Held(hold, TreePVector.empty()));
    return new Controls(pause, all.size() > HOLDS_MAX ? all.minus(0) : all);
  }

  Controls lifted(ShipmentId rollback) {
    return new Controls(
        pause,
        holds.minusAll(
            holds.stream().filter(held -> held.hold().rollback().equals(rollback)).toList()));
  }

  Controls fixed(Sha by) {
    return new Controls(
        pause,
        TreePVector.from(
            holds.stream().map(held -> new Held(held.hold(), held.fixes().plus(by))).toList()));
  }
}
