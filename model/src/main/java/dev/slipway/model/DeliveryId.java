package dev.slipway.model;

/** A delivery's address, written {@code shop/staging#3}; numbers run from 1 per placement. */
public record DeliveryId(Placement placement, int number) {

  public DeliveryId {
    if (number < 1) {
      throw new InvalidValue("delivery number", "must be 1 or more");
    }
  }

  @Override
  public String toString() {
    return placement + "#" + number;
  }
}
