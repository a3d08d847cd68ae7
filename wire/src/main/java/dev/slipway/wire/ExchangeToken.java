package dev.slipway.wire;

/**
 * What a run of a CI system shows to be let in.
 *
 * @param trust the id of the trust on whose terms
 * @param token as the CI system signed it
 */
public record ExchangeToken(String trust, String token) {}
