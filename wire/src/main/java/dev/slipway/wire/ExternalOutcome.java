package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a deployment that another tool made ended, as it says. */
public enum ExternalOutcome {
  @JsonProperty("succeeded")
  SUCCEEDED,
  @JsonProperty("failed")
  FAILED
}
