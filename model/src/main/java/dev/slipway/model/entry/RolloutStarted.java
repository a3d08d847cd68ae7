package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.TargetName;
import dev.slipway.model.state.Pace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An environment is on its way to a delivery; {@code members} are fixed here, and whoever has not
 * answered by {@code deadline} is silent.
 *
 * @param bakes the step after which it bakes; absent when it does not
 * @param pace absent where the ledger was written when all targets took a step together, or one
 *     after the other by the strategy alone
 * @param excluded whose absence was too long to wait for them; absent when there are none
 */
public record RolloutStarted(
    DeliveryId delivery,
    String strategy,
    int steps,
    List<TargetName> members,
    Instant deadline,
    Optional<Integer> bakes,
    Optional<Pace> pace,
    Optional<List<TargetName>> excluded)
    implements Entry {

  /** One whose pace is the strategy's alone, with everybody. */
  public RolloutStarted(
      DeliveryId delivery,
      String strategy,
      int steps,
      List<TargetName> members,
      Instant deadline,
      Optional<Integer> bakes) {
    this(delivery, strategy, steps, members, deadline, bakes, Optional.empty(), Optional.empty());
  }

  /** One that does not bake either. */
  public RolloutStarted(
      DeliveryId delivery, String strategy, int steps, List<TargetName> members, Instant deadline) {
    this(delivery, strategy, steps, members, deadline, Optional.empty());
  }

  public RolloutStarted {
    members = List.copyOf(members);
    excluded = excluded.map(List::copyOf);
    deadline = deadline.truncatedTo(ChronoUnit.MILLIS);
  }
}
