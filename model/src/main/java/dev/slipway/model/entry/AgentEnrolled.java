package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.PublicKey;
import dev.slipway.model.TargetId;

/** An agent with this key may act at this target, and at no other. */
public record AgentEnrolled(ActorId agent, TargetId target, PublicKey key) implements Entry {}
