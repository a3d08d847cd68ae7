package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an event says. */
public enum EventKind {
  @JsonProperty("refsHinted")
  REFS_HINTED,
  @JsonProperty("checksHinted")
  CHECKS_HINTED,
  @JsonProperty("imagesHinted")
  IMAGES_HINTED,
  @JsonProperty("announced")
  ANNOUNCED,
  @JsonProperty("ignored")
  IGNORED
}
