package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** One version of a secret of the agent's environment. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WantedSecret(String secret, int version) {}
