package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * An environment's key as another agent wrapped it for this one.
 *
 * @param from the root's certificate of the agent that wrapped it
 * @param wrapped standard Base64
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HandedKey(String from, String wrapped) {}
