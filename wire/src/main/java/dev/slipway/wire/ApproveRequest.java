package dev.slipway.wire;

/**
 * What is approved.
 *
 * @param hash of the delivery as it was looked at
 */
public record ApproveRequest(String hash) {}
