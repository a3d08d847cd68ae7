package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a cause ended; pending while nothing is decided. */
public enum Settlement {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("followed")
  FOLLOWED,
  @JsonProperty("nothingFollows")
  NOTHING_FOLLOWS,
  @JsonProperty("refused")
  REFUSED
}
