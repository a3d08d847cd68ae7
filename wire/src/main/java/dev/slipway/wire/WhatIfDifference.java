package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How something would have been different. */
public enum WhatIfDifference {
  @JsonProperty("same")
  SAME,
  @JsonProperty("stopped")
  STOPPED,
  @JsonProperty("delayed")
  DELAYED,
  @JsonProperty("let-through")
  LET_THROUGH,
  @JsonProperty("superseded")
  SUPERSEDED
}
