package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a campaign has come at one place. */
public enum CampaignStage {
  @JsonProperty("through")
  THROUGH,
  @JsonProperty("underWay")
  UNDER_WAY,
  @JsonProperty("next")
  NEXT,
  @JsonProperty("behind")
  BEHIND,
  @JsonProperty("waiting")
  WAITING,
  @JsonProperty("ended")
  ENDED
}
