package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The delivery in force.
 *
 * @param bypassed which guardrails it went past
 */
public record InForce(
    int number,
    String sha,
    Optional<String> ref,
    String shipment,
    List<Bypass> bypassed,
    Instant since) {
  public InForce {
    bypassed = List.copyOf(bypassed);
  }
}
