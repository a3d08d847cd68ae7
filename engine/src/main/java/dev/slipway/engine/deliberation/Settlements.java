package dev.slipway.engine.deliberation;

import dev.slipway.model.Reason;
import dev.slipway.model.entry.CauseSettled.Settlement;
import java.util.Optional;

/** The ways in which a rule ends; empty while needs are open. */
public final class Settlements {

  private Settlements() {}

  /** The rule still has to know something. */
  public static Optional<Settlement> open() {
    return Optional.empty();
  }

  public static Optional<Settlement> followed(String code, String sentence) {
    return Optional.of(new Settlement.Followed(new Reason(code, sentence)));
  }

  public static Optional<Settlement> nothing(String code, String sentence) {
    return nothing(new Reason(code, sentence));
  }

  public static Optional<Settlement> nothing(Reason because) {
    return Optional.of(new Settlement.NothingFollows(because));
  }

  public static Optional<Settlement> refused(String code, String sentence) {
    return refused(new Reason(code, sentence));
  }

  public static Optional<Settlement> refused(Reason because) {
    return Optional.of(new Settlement.Refused(because));
  }

  /** A source that could not be asked, told so that people know what happens next. */
  public static Reason unavailable(Reason because, String next) {
    return new Reason("source-unavailable", because.sentence() + " " + next);
  }
}
