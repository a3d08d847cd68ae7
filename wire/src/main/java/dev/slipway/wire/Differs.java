package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How something differs. */
public enum Differs {
  @JsonProperty("added")
  ADDED,
  @JsonProperty("removed")
  REMOVED,
  @JsonProperty("changed")
  CHANGED
}
