package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.TargetId;

/**
 * Someone asked that a target be removed where another person has to say so too.
 *
 * @param person who is behind {@code by}
 */
public record TargetRemovalAsked(TargetId target, ActorId by, ActorId person) implements Entry {}
