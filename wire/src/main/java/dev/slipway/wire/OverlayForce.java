package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A value for whoever says nothing, one that has to be, or what values may be. */
public enum OverlayForce {
  @JsonProperty("set")
  SET,
  @JsonProperty("require")
  REQUIRE,
  @JsonProperty("limit")
  LIMIT
}
