package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.Reason;
import java.util.Optional;

/**
 * A job of this version has had its effect, or has not, and is not run again by itself. Where it
 * succeeded and is irreversible, no rollback goes below this delivery any more.
 *
 * @param failed why it failed; absent when it succeeded
 */
public record JobEnded(
    DeliveryId delivery,
    JobName job,
    JobVersion version,
    boolean irreversible,
    Optional<Reason> failed)
    implements Entry {

  public boolean succeeded() {
    return failed.isEmpty();
  }
}
