package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a job for a delivery; unknown waits for a person. */
public enum JobState {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("succeeded")
  SUCCEEDED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("unknown")
  UNKNOWN
}
