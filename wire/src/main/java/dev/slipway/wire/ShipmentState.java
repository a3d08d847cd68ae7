package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a shipment stands; travelling until it has arrived everywhere or can go no further. */
public enum ShipmentState {
  @JsonProperty("travelling")
  TRAVELLING,
  @JsonProperty("arrived")
  ARRIVED,
  @JsonProperty("stopped")
  STOPPED,
  @JsonProperty("superseded")
  SUPERSEDED
}
