package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.guardrail.RejectionReason;
import java.util.Optional;

/** Somebody rejects a delivery before it started; its shipment ends there. */
public record DeliveryRejected(
    DeliveryId delivery, Digest hash, ActorId by, Optional<RejectionReason> reason)
    implements Entry {}
