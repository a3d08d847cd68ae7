package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a lock stops: nothing but warns, deliveries, or rollbacks too. */
public enum LockStrength {
  @JsonProperty("warns")
  WARNS,
  @JsonProperty("holds")
  HOLDS,
  @JsonProperty("total")
  TOTAL
}
