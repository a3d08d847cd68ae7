package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a delivery stands. Waiting, rolling and stuck ones have not ended. */
public enum DeliveryState {
  @JsonProperty("waiting")
  WAITING,
  @JsonProperty("rolling")
  ROLLING,
  @JsonProperty("stuck")
  STUCK,
  @JsonProperty("settled")
  SETTLED,
  @JsonProperty("failed")
  FAILED
}
