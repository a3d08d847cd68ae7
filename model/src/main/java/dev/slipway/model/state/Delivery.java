package dev.slipway.model.state;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.ShipmentId;
import java.util.Optional;

/**
 * The complete declarative state of one application in one environment, immutable once made.
 *
 * @param base the number of the delivery in force on which it was made; absent for the first
 * @param hash covers the content and the target selector; approvals bind to number and hash
 * @param restores the number of the delivery whose content it has, where it is a rollback; its
 *     services are taken back in reverse
 */
public record Delivery(
    DeliveryId id,
    ShipmentId shipment,
    Change change,
    Optional<Integer> base,
    DesiredState state,
    Digest hash,
    Optional<Integer> restores) {

  /** One that brings something new. */
  public Delivery(
      DeliveryId id,
      ShipmentId shipment,
      Change change,
      Optional<Integer> base,
      DesiredState state,
      Digest hash) {
    this(id, shipment, change, base, state, hash, Optional.empty());
  }
}
