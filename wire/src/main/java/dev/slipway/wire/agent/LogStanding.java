package dev.slipway.wire.agent;

import dev.slipway.wire.Reason;
import java.util.Optional;

/**
 * How far the server is with one log after a chunk.
 *
 * @param next the offset of the byte that it lacks first
 * @param finished whether it knows that nothing more comes
 * @param refused why it takes nothing of this log
 */
public record LogStanding(long next, boolean finished, Optional<Reason> refused) {}
