package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A scope that somebody keeps as it is.
 *
 * @param until when it ends by itself; absent until somebody releases it
 */
public record Lock(
    String id,
    ScopeRef scope,
    Actor owner,
    String reason,
    LockStrength strength,
    Instant since,
    Optional<Instant> until) {}
