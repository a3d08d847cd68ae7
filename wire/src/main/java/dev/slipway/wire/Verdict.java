package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person found. */
public enum Verdict {
  @JsonProperty("succeeded")
  SUCCEEDED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("rerun")
  RERUN
}
