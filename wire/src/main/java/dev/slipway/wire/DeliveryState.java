package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a delivery stands. Waiting, rolling, stuck and cancelling ones have not ended; of a
 * cancelled one no step can start any more.
 */
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
  FAILED,
  @JsonProperty("cancelling")
  CANCELLING,
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("superseded")
  SUPERSEDED
}
