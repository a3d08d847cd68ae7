package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Remark;
import dev.slipway.model.guardrail.GuardrailName;

/**
 * Someone lets one delivery go on although a guardrail of it does not hold.
 *
 * @param hash what was looked at; it counts for nothing else
 */
public record GuardrailBypassed(
    DeliveryId delivery, Digest hash, GuardrailName guardrail, Remark because, ActorId by)
    implements Entry {}
