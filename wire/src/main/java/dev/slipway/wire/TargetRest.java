package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * Why nothing new is ordered of a target.
 *
 * @param because what whoever paused it said
 */
public record TargetRest(TargetRestKind kind, Optional<String> because, Actor by, Instant at) {}
