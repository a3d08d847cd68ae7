package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a campaign has come to. */
public enum CampaignState {
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("halted")
  HALTED,
  @JsonProperty("settled")
  SETTLED,
  @JsonProperty("stopped")
  STOPPED,
  @JsonProperty("replaced")
  REPLACED
}
