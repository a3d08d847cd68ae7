package dev.slipway.ledger;

import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import java.util.function.Predicate;

/** What a join secret was worth when it was shown. */
public sealed interface JoinShown {

  /** What a join secret vouches for. */
  record Join(Organisation organisation, TargetId target) {}

  /** It was good, and is spent by this. */
  record Taken(Join join) implements JoinShown {}

  /** It was spent before; somebody has enrolled with it. */
  record Used(Join join) implements JoinShown {}

  record Expired(Join join) implements JoinShown {}

  /** It vouches for another target than the one that was wanted; it is not spent by that. */
  record Elsewhere(Join join) implements JoinShown {}

  /** Nobody made it, or it expired more than a day ago. */
  record Unknown() implements JoinShown {}

  /** Judges a secret that is known. */
  static JoinShown of(Join join, boolean used, boolean expired, Predicate<TargetId> wanted) {
    if (used) {
      return new Used(join);
    }
    if (expired) {
      return new Expired(join);
    }
    return wanted.test(join.target()) ? new Taken(join) : new Elsewhere(join);
  }
}
