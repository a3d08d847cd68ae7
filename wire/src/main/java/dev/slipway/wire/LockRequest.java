package dev.slipway.wire;

import java.util.Optional;

/**
 * What to lock, and why.
 *
 * @param scope neither application nor environment means the whole organisation
 * @param reason 1 to 300 characters, shown wherever something waits
 * @param strength holds unless told otherwise
 * @param seconds how long it lasts, from 1 to 366 days; until somebody releases it unless told
 */
public record LockRequest(
    ScopeRef scope, String reason, Optional<LockStrength> strength, Optional<Long> seconds) {}
