package dev.slipway.model.notification;

import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a change at a placement, as an entry of the ledger tells it.
 *
 * @param position of the entry
 * @param number of the delivery; absent while there is none, or where it is not known any more
 * @param shipment absent where it is not known any more
 * @param cargo what is brought; absent where it is not known any more
 * @param because why, where there is a reason
 * @param started when its delivery started; absent before, and where it is not known any more
 */
public record Happening(
    Position position,
    Instant at,
    Occasion occasion,
    Placement placement,
    Optional<Integer> number,
    Optional<ShipmentId> shipment,
    Optional<Cargo> cargo,
    Optional<Reason> because,
    Optional<Instant> started) {

  /** The commit; absent where it is not known any more. */
  public Optional<Sha> sha() {
    return cargo.map(Cargo::sha);
  }

  /** Whether both are of the same change, so that one is told after the other. */
  public boolean isOfSameChangeAs(Happening other) {
    boolean isShipped = shipment.isPresent() && other.shipment.isPresent();
    return placement.equals(other.placement)
        && (isShipped ? shipment.equals(other.shipment) : number.equals(other.number));
  }
}
