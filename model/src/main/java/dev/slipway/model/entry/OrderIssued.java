package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.JobName;
import dev.slipway.model.Slot;
import java.util.Optional;

/**
 * One slot has an order; its fence is this entry's position, and only an order whose body has this
 * digest is this order.
 *
 * @param step from 1; 0 is the way back to what was in force before
 * @param job which job of the delivery it has the target run; absent for the step itself
 */
public record OrderIssued(
    DeliveryId delivery, Slot slot, int step, int attempt, Digest body, Optional<JobName> job)
    implements Entry {

  /** One of a step. */
  public OrderIssued(DeliveryId delivery, Slot slot, int step, int attempt, Digest body) {
    this(delivery, slot, step, attempt, body, Optional.empty());
  }
}
