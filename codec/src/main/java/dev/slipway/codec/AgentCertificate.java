package dev.slipway.codec;

import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.PublicKey;
import dev.slipway.model.TargetId;

/** The root's word that an agent with this key acts at this target. */
public record AgentCertificate(
    Organisation organisation, ActorId agent, TargetId target, PublicKey key) {}
