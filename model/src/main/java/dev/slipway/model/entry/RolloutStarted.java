package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.TargetName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An environment is on its way to a delivery; {@code members} are fixed here, and whoever has not
 * answered by {@code deadline} is silent.
 */
public record RolloutStarted(
    DeliveryId delivery, String strategy, int steps, List<TargetName> members, Instant deadline)
    implements Entry {

  public RolloutStarted {
    members = List.copyOf(members);
    deadline = deadline.truncatedTo(ChronoUnit.MILLIS);
  }
}
