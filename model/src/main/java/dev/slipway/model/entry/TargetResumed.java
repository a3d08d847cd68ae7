package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.TargetId;
import java.util.Optional;

/**
 * A target is in use again.
 *
 * @param agent who may act there again; absent where only a pause ended, or nobody had enrolled
 */
public record TargetResumed(TargetId target, Optional<ActorId> agent, ActorId by)
    implements Entry {}
