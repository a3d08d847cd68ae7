package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;

/**
 * One more rollout begins in an environment that limits how many are under way at once. It stands
 * in the environment's own stream, so that two that begin side by side are ordered by the ledger.
 *
 * @param running how many there are with this one
 * @param limit how many there may be; only what passes the limit makes it more
 */
public record RolloutAdmitted(DeliveryId delivery, int running, int limit) implements Entry {}
