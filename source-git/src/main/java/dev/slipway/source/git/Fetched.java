package dev.slipway.source.git;

import dev.slipway.model.Reason;

/** How far a fetch of everything came. */
sealed interface Fetched {

  record Whole() implements Fetched {}

  /**
   * The origin answers, yet git complained: the mirror is broken, or a ref has a name that this
   * disk cannot hold, which hinders none of the others.
   */
  record InPart() implements Fetched {}

  record Not(Reason because) implements Fetched {}
}
