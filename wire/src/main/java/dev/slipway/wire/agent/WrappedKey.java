package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * An environment's key, wrapped by one agent for another.
 *
 * @param agent whom it is for
 * @param wrapped standard Base64
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WrappedKey(String agent, String wrapped) {}
