package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What probing said; unknown where nothing can tell. */
public enum Health {
  @JsonProperty("starting")
  STARTING,
  @JsonProperty("healthy")
  HEALTHY,
  @JsonProperty("unhealthy")
  UNHEALTHY,
  @JsonProperty("gone")
  GONE,
  @JsonProperty("unknown")
  UNKNOWN
}
