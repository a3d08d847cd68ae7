package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A service that runs at an agent's machine although nobody ordered it of this agent.
 *
 * @param environment for which it was once started, as are target and application
 * @param instances how many of it there are
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Stray(
    String environment, String target, String application, String service, int instances) {}
