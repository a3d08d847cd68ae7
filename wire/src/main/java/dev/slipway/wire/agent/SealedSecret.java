package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A version of a secret as only the agents of its environment can open it.
 *
 * @param sealed standard Base64
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SealedSecret(String secret, int version, String sealed) {}
