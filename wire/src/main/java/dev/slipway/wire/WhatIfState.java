package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a replay is. */
public enum WhatIfState {
  @JsonProperty("done")
  DONE,
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("failed")
  FAILED
}
