package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Someone ended a rollout that had orders out. Its members are ordered back to what was in force
 * before, and whoever has not answered by {@code deadline} is silent.
 */
public record RolloutCancelling(DeliveryId delivery, ActorId by, Instant deadline)
    implements Entry {

  public RolloutCancelling {
    deadline = deadline.truncatedTo(ChronoUnit.MILLIS);
  }
}
