package dev.slipway.model.need;

import dev.slipway.model.Sha;

/** Whether a commit is in another one, as the history of their repository tells. */
public sealed interface Inclusion {

  /** The other one is it, or descends from it, and nothing in between takes it back. */
  record Included() implements Inclusion {}

  /**
   * The other one descends from it, but a commit in between takes it back.
   *
   * @param by the commit that says so
   */
  record TakenBack(Sha by) implements Inclusion {}

  /** The other one does not descend from it; both descend from a third. */
  record Beside() implements Inclusion {}

  /** They have no commit in common, or the repository does not hold it. */
  record Unrelated() implements Inclusion {}
}
