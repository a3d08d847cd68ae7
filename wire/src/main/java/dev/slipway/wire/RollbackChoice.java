package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A delivery that was in force.
 *
 * @param since when it came into force
 * @param because why it cannot be gone back to, or by its number alone
 */
public record RollbackChoice(
    int number, String sha, Instant since, boolean reachable, Optional<Reason> because) {}
