package dev.slipway.model.entry;

import dev.slipway.model.Position;
import dev.slipway.model.Reason;

/**
 * What became of one event, command or report: exactly one such entry ends each of the first two.
 */
public record CauseSettled(Position received, Settlement settlement) implements Entry {

  /** The three ways in which a cause ends. */
  public sealed interface Settlement {

    Reason because();

    /** Entries of the same append follow from it. */
    record Followed(Reason because) implements Settlement {}

    /** It was understood, and nothing follows. */
    record NothingFollows(Reason because) implements Settlement {}

    /** It was not allowed or not possible; everything is as it was. */
    record Refused(Reason because) implements Settlement {}
  }
}
