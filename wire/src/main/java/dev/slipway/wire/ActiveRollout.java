package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A delivery that has not ended.
 *
 * @param step 0 before the first
 * @param share percent of steps and members done, 0 to 100
 * @param bypassed which guardrails it goes past
 */
public record ActiveRollout(
    int number,
    String sha,
    Optional<String> ref,
    String shipment,
    DeliveryState state,
    int step,
    int steps,
    int share,
    Optional<Reason> because,
    List<Bypass> bypassed,
    Instant since) {
  public ActiveRollout {
    bypassed = List.copyOf(bypassed);
  }
}
