package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Remark;
import java.util.Optional;

/** Someone lets what waits behind a failed delivery go on without anything in its place. */
public record FailurePassed(DeliveryId delivery, Optional<Remark> because, ActorId by)
    implements Entry {}
