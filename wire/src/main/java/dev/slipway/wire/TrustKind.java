package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose words the tokens of a CI system use. */
public enum TrustKind {
  @JsonProperty("github")
  GITHUB,
  @JsonProperty("gitlab")
  GITLAB
}
