package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A commit of the repository, an applied document, or implied by another document. */
public enum OriginKind {
  @JsonProperty("commit")
  COMMIT,
  @JsonProperty("applied")
  APPLIED,
  @JsonProperty("implied")
  IMPLIED
}
