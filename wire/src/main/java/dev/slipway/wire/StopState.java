package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a shipment stands at one environment of its way. */
public enum StopState {
  @JsonProperty("ahead")
  AHEAD,
  @JsonProperty("queued")
  QUEUED,
  @JsonProperty("delivering")
  DELIVERING,
  @JsonProperty("arrived")
  ARRIVED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("superseded")
  SUPERSEDED,
  @JsonProperty("stopped")
  STOPPED
}
