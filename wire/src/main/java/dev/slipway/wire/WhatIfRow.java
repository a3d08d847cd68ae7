package dev.slipway.wire;

import java.util.Optional;

/**
 * What became of one shipment in one environment, and what would have.
 *
 * @param seconds how much later, or sooner, it would have been
 * @param guardrail which one would have kept it
 * @param faithful whether a replay with nothing changed does what really happened
 */
public record WhatIfRow(
    String application,
    String environment,
    String shipment,
    Optional<String> sha,
    WhatIfStop really,
    WhatIfStop would,
    WhatIfDifference difference,
    Optional<Long> seconds,
    Optional<String> guardrail,
    Reason because,
    boolean faithful) {}
