package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.Reason;
import java.util.Optional;

/**
 * A job of this version has had its effect, or has not, and is not run again by itself. Where it
 * succeeded and is irreversible, no rollback goes below this delivery any more, or below the one
 * that may run with it.
 *
 * @param failed why it failed; absent when it succeeded
 * @param compatible the number of the earliest delivery that may come back all the same; absent
 *     when none from before this one may
 */
public record JobEnded(
    DeliveryId delivery,
    JobName job,
    JobVersion version,
    boolean irreversible,
    Optional<Reason> failed,
    Optional<Integer> compatible)
    implements Entry {

  /** One with whose effect nothing from before it runs, where it is irreversible. */
  public JobEnded(
      DeliveryId delivery,
      JobName job,
      JobVersion version,
      boolean irreversible,
      Optional<Reason> failed) {
    this(delivery, job, version, irreversible, failed, Optional.empty());
  }

  /** The number of the earliest delivery that may be in force after it. */
  public int lowest() {
    return compatible.orElseGet(delivery::number);
  }

  public boolean succeeded() {
    return failed.isEmpty();
  }
}
