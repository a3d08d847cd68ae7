package dev.slipway.engine.fold;

import dev.slipway.model.layer.OverlayRevision;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * An overlay as it is now.
 *
 * @param past what it was, the present included, the oldest first; of more than {@value #PAST_MAX}
 *     the oldest is forgotten
 */
public record OverlayState(OverlayRevision current, PVector<OverlayRevision> past) {

  public static final int PAST_MAX = 50;

  static OverlayState first(OverlayRevision revision) {
    return new OverlayState(revision, TreePVector.singleton(revision));
  }

  OverlayState next(OverlayRevision revision) {
    PVector<OverlayRevision> all = past.plus(revision);
    return new OverlayState(revision, all.size() > PAST_MAX ? all.minus(0) : all);
  }

  /** What it was at a revision that is kept. */
  public Optional<OverlayRevision> at(int number) {
    return past.stream().filter(revision -> revision.number() == number).findFirst();
  }
}
