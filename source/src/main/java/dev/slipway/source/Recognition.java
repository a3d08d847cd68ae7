package dev.slipway.source;

import dev.slipway.model.Reason;
import dev.slipway.model.event.Event;

/** Whether what arrived is genuine, and ours. */
public sealed interface Recognition {

  /**
   * Genuine; {@code event} may be {@link Event.Ignored}.
   *
   * @param deduplicationKey the sender's own id of this news where it signs one, else a digest of
   *     the body
   */
  record Recognised(Event event, String deduplicationKey) implements Recognition {}

  /** Not genuine, or not to be understood. Nothing is recorded but a count. */
  record Refused(Kind kind, Reason because) implements Recognition {

    /** Genuine or not, it cannot be understood. */
    public static Refused malformed(String code, String sentence) {
      return new Refused(Kind.MALFORMED, new Reason(code, sentence));
    }

    /** Which HTTP status says so. */
    public enum Kind {
      UNAUTHENTIC,
      MALFORMED
    }
  }
}
