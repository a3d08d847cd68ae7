package dev.slipway.wire;

/**
 * Which guardrail a delivery is to go past, and why.
 *
 * @param hash of the delivery as it was looked at
 */
public record BypassRequest(String guardrail, String hash, String because) {}
