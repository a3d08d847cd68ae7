package dev.slipway.wire;

import java.util.Optional;

/** Where a definition came from. */
public record Origin(
    OriginKind kind, Optional<String> sha, Optional<Actor> by, Optional<String> document) {}
