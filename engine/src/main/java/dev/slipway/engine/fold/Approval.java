package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import java.time.Instant;

/**
 * One person's word for a delivery. Whether it counts is judged when somebody asks.
 *
 * @param hash of what was approved
 * @param by whose credential gave it
 * @param person whom that credential stood for
 * @param self whether that person wrote a part of it or asked for it
 */
public record Approval(Digest hash, ActorId by, ActorId person, boolean self, Instant at) {}
