package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a target rests for a while, or belongs to its environment no longer. */
public enum TargetRestKind {
  @JsonProperty("paused")
  PAUSED,
  @JsonProperty("removed")
  REMOVED
}
