package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.TargetId;
import java.util.Optional;

/**
 * A target belongs to its environment no longer: nothing is applied there any more, and what runs
 * there goes on running.
 *
 * @param agent whose key counts no more; absent where nobody had enrolled
 */
public record TargetRemoved(TargetId target, Optional<ActorId> agent, ActorId by)
    implements Entry {}
