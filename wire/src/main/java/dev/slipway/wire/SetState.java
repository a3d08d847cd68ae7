package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a set has come to. */
public enum SetState {
  @JsonProperty("travelling")
  TRAVELLING,
  @JsonProperty("settled")
  SETTLED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("cancelled")
  CANCELLED
}
