package dev.slipway.wire;

import java.util.Optional;

/**
 * What would become of one application when its set is taken back.
 *
 * @param to the delivery that would hold again
 * @param because why it has nothing to take back, or cannot
 */
public record SetRollbackPart(
    String application,
    String environment,
    SetRollbackVerdict verdict,
    Optional<Integer> to,
    Optional<String> sha,
    Optional<Reason> because) {}
