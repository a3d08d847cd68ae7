package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;

/**
 * Somebody approves a delivery, exactly as it is.
 *
 * @param hash what was approved; it counts for nothing else
 * @param by whose credential gave the word
 * @param person whom that credential stands for; one person counts once
 * @param self whether that person wrote a part of the change or asked for it
 */
public record ApprovalGiven(
    DeliveryId delivery, Digest hash, ActorId by, ActorId person, boolean self) implements Entry {}
