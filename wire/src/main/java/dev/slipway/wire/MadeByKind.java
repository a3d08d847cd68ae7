package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A trigger, an environment that joined a group and is to have what another one has, a campaign, a
 * request or a rollback of someone, or a rollback that a failure asked for.
 */
public enum MadeByKind {
  @JsonProperty("trigger")
  TRIGGER,
  @JsonProperty("joining")
  JOINING,
  @JsonProperty("campaign")
  CAMPAIGN,
  @JsonProperty("request")
  REQUEST,
  @JsonProperty("rollback")
  ROLLBACK,
  @JsonProperty("automaticRollback")
  AUTOMATIC_ROLLBACK
}
