package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it goes with somebody who is told. */
public enum NotificationState {
  @JsonProperty("idle")
  IDLE,
  @JsonProperty("owing")
  OWING,
  @JsonProperty("failing")
  FAILING,
  @JsonProperty("dead")
  DEAD
}
