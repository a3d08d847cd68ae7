package dev.slipway.model.guardrail;

import dev.slipway.model.ActorId;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A person keeps a scope as it is: what would start there, and the next step of what is on its way,
 * waits. Other scopes go on.
 *
 * @param until when it ends by itself; absent until somebody releases it
 */
public record Lock(
    LockId id,
    Scope scope,
    ActorId owner,
    LockReason reason,
    Strength strength,
    Optional<Instant> until) {

  /** How much a lock stops. */
  public enum Strength {
    /** Nothing; what starts carries the warning. */
    WARNS,
    /** Deliveries and what people ask for, but no automatic rollback of what is running. */
    HOLDS,
    /** Automatic rollbacks too. */
    TOTAL;

    /** Whether a delivery waits for the end of such a lock. */
    public boolean holdsDeliveries() {
      return this != WARNS;
    }

    /** Whether an automatic rollback waits for it as well. */
    public boolean holdsRollbacks() {
      return this == TOTAL;
    }
  }

  private static final Duration LASTS_MAX = Duration.ofDays(366);

  public Lock {
    until = until.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Whether a lock may last so long; otherwise it is no value. */
  public static void checkLength(Duration lasts) {
    if (lasts.compareTo(Duration.ofSeconds(1)) < 0 || lasts.compareTo(LASTS_MAX) > 0) {
      throw new InvalidValue("lock", "lasts from a second to 366 days");
    }
  }

  /** Whether it is over at an instant. */
  public boolean isOverAt(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }
}
