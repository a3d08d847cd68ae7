package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import java.util.Optional;

/**
 * An entry that is not in the ledger yet: it has neither position nor time.
 *
 * @param cause the position of the entry that led to it; absent for what comes from outside
 */
public record Draft(StreamKey stream, ActorId actor, Optional<Position> cause, Entry entry) {}
