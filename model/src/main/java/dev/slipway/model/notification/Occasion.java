package dev.slipway.model.notification;

import java.util.Locale;

/** What may happen to a change at a placement that people want to be told of. */
public enum Occasion {
  /** It stands in the queue of an environment. */
  QUEUED,
  /** It is on its way to the environment's targets. */
  STARTED,
  /** People are asked whether it may go on. */
  WAITING_FOR_APPROVAL,
  /** A guardrail does not hold, and somebody let it go on all the same. */
  BYPASSED,
  /** It cannot go on by itself. */
  STUCK,
  /** It is in force. */
  SETTLED,
  /** It ended without being in force. */
  FAILED,
  /** Somebody ended it. */
  CANCELLED,
  /** What was in force before is in force again. */
  ROLLED_BACK;

  /** As documents and messages have it, such as {@code rolled-back}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is news for a moment only, so that what follows at once is told with it. */
  public boolean isPassing() {
    return switch (this) {
      case QUEUED, STARTED -> true;
      case WAITING_FOR_APPROVAL, BYPASSED, STUCK, SETTLED, FAILED, CANCELLED, ROLLED_BACK -> false;
    };
  }
}
