package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.TargetName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An environment is on its way to a delivery; {@code members} are fixed here, and whoever has not
 * answered by {@code deadline} is silent.
 *
 * @param bakes the step after which it bakes; absent when it does not
 */
public record RolloutStarted(
    DeliveryId delivery,
    String strategy,
    int steps,
    List<TargetName> members,
    Instant deadline,
    Optional<Integer> bakes)
    implements Entry {

  /** One that does not bake. */
  public RolloutStarted(
      DeliveryId delivery, String strategy, int steps, List<TargetName> members, Instant deadline) {
    this(delivery, strategy, steps, members, deadline, Optional.empty());
  }

  public RolloutStarted {
    members = List.copyOf(members);
    deadline = deadline.truncatedTo(ChronoUnit.MILLIS);
  }
}
