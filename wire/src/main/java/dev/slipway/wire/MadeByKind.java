package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A trigger, or a request of someone. */
public enum MadeByKind {
  @JsonProperty("trigger")
  TRIGGER,
  @JsonProperty("request")
  REQUEST
}
