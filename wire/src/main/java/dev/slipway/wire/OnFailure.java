package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What follows when something fails. */
public enum OnFailure {
  @JsonProperty("halt")
  HALT,
  @JsonProperty("rollback")
  ROLLBACK
}
