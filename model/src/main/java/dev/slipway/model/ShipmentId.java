package dev.slipway.model;

/**
 * Identifies a shipment: a digest of what caused it, so that the same news makes the same shipment.
 */
public record ShipmentId(String value) implements Comparable<ShipmentId> {

  public ShipmentId {
    Names.checked("shipment id", value);
  }

  @Override
  public int compareTo(ShipmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
