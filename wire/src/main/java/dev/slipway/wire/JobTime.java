package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a job of a delivery runs. */
public enum JobTime {
  @JsonProperty("before")
  BEFORE,
  @JsonProperty("after")
  AFTER
}
