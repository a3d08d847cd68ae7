package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the ledger in short.
 *
 * @param number the delivery, with application and environment
 * @param summary one sentence for people
 */
public record Entry(
    long position,
    Instant at,
    String type,
    String stream,
    Actor actor,
    Optional<Long> cause,
    Optional<String> application,
    Optional<String> environment,
    Optional<Integer> number,
    Optional<String> shipment,
    Optional<String> target,
    String summary,
    Optional<Reason> because) {}
