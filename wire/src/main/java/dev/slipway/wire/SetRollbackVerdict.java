package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether one goes back, has nothing to take back, or cannot and keeps all others from it. */
public enum SetRollbackVerdict {
  @JsonProperty("back")
  BACK,
  @JsonProperty("untouched")
  UNTOUCHED,
  @JsonProperty("stuck")
  STUCK
}
