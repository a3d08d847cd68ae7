package dev.slipway.wire;

import java.util.Optional;

/** From where a delivery goes on; without a step, from where it is. */
public record ContinueRequest(Optional<Integer> step) {}
