package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The complete state of one application in one environment.
 *
 * @param id written application/environment#number
 * @param because why it waits, is stuck or failed
 * @param wayOut the command that would make a stuck one go on
 * @param base the number that was in force when it was made
 * @param step 0 before the first
 * @param bypassed which guardrails it goes past
 */
public record Delivery(
    String id,
    String application,
    String environment,
    int number,
    DeliveryState state,
    boolean inForce,
    Optional<Reason> because,
    Optional<String> wayOut,
    String sha,
    Optional<String> ref,
    String shipment,
    MadeBy madeBy,
    Optional<Integer> base,
    String hash,
    Optional<String> strategy,
    int step,
    int steps,
    Optional<Integer> bakes,
    Instant madeAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Instant> deadline,
    List<Bypass> bypassed) {
  public Delivery {
    bypassed = List.copyOf(bypassed);
  }
}
