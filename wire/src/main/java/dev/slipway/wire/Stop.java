package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A shipment at one environment.
 *
 * @param number the delivery that it became
 */
public record Stop(
    String environment,
    StopState state,
    Optional<Integer> number,
    Optional<Reason> because,
    Optional<String> supersededBy,
    Optional<Instant> since) {}
