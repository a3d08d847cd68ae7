package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a trigger listens to. */
public enum TriggerOn {
  @JsonProperty("push")
  PUSH,
  @JsonProperty("tag")
  TAG,
  @JsonProperty("image")
  IMAGE,
  @JsonProperty("announcement")
  ANNOUNCEMENT
}
