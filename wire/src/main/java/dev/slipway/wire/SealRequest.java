package dev.slipway.wire;

/**
 * A version of a secret, sealed where its value was known.
 *
 * @param version the next one
 * @param key the environment's key that it is sealed to
 * @param sealed standard Base64
 */
public record SealRequest(int version, String key, String sealed) {}
