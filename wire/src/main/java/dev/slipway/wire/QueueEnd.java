package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An end of a queue. */
public enum QueueEnd {
  @JsonProperty("first")
  FIRST,
  @JsonProperty("last")
  LAST
}
