package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Remark;
import java.util.Optional;

/** Someone lets a delivery pass the limit of how many rollouts are under way at once. */
public record LimitPassed(DeliveryId delivery, Optional<Remark> because, ActorId by)
    implements Entry {}
