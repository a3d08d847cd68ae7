package dev.slipway.wire;

import java.time.Instant;

/**
 * A guardrail that a delivery goes past although it does not hold.
 *
 * @param guardrail its name
 */
public record Bypass(String guardrail, String because, Actor by, Instant at) {}
