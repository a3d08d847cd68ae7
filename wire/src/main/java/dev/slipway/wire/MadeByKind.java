package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A trigger, a request or a rollback of someone, or a rollback that a failure asked for. */
public enum MadeByKind {
  @JsonProperty("trigger")
  TRIGGER,
  @JsonProperty("request")
  REQUEST,
  @JsonProperty("rollback")
  ROLLBACK,
  @JsonProperty("automaticRollback")
  AUTOMATIC_ROLLBACK
}
