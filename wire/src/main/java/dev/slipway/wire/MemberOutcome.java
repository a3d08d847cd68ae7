package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a target said of its order; unknown waits for a person, and without an excluded one the
 * delivery goes on.
 */
public enum MemberOutcome {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("converged")
  CONVERGED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("unknown")
  UNKNOWN,
  @JsonProperty("refused")
  REFUSED,
  @JsonProperty("excluded")
  EXCLUDED
}
