package dev.slipway.wire;

import java.util.Optional;

/**
 * An address for a sender.
 *
 * @param turnedAway what was refused there since the server was started, if anything
 */
public record Hook(String id, HookKind kind, String path, Optional<TurnedAway> turnedAway) {}
