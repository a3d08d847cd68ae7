package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an agent is heard. A silent one goes on keeping what it was ordered last. */
public enum AgentState {
  @JsonProperty("connected")
  CONNECTED,
  @JsonProperty("silent")
  SILENT,
  @JsonProperty("never-heard")
  NEVER_HEARD
}
