package dev.slipway.wire;

import java.util.Optional;

/**
 * That what runs is to end.
 *
 * @param confirm the environment, named once more; needed where it is protected
 */
public record StopRequest(Optional<String> confirm) {}
