package dev.slipway.engine.fold;

import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.Revision;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * An owner's document as it is now.
 *
 * @param past what it was, the present included, the oldest first; of more than {@value #PAST_MAX}
 *     the oldest is forgotten
 */
public record Revisions<D extends Owned>(Revision<D> current, PVector<Revision<D>> past) {

  public static final int PAST_MAX = 50;

  /** With one more, which is the first where there are none. */
  static <D extends Owned> Revisions<D> with(Optional<Revisions<D>> known, Revision<D> next) {
    PVector<Revision<D>> all = known.map(Revisions::past).orElseGet(TreePVector::empty).plus(next);
    return new Revisions<>(next, all.size() > PAST_MAX ? all.minus(0) : all);
  }

  /** What it was at a revision that is kept. */
  public Optional<Revision<D>> at(int number) {
    return past.stream().filter(revision -> revision.number() == number).findFirst();
  }
}
