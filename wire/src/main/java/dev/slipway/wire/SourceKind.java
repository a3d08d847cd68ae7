package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** With which force something is said, from the weakest to the strongest. */
public enum SourceKind {
  @JsonProperty("standard")
  STANDARD,
  @JsonProperty("overlay-default")
  OVERLAY_DEFAULT,
  @JsonProperty("application")
  APPLICATION,
  @JsonProperty("environment-part")
  ENVIRONMENT_PART,
  @JsonProperty("overlay-requirement")
  OVERLAY_REQUIREMENT
}
