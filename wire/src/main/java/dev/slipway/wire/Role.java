package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an actor may do; each includes the ones before it. */
public enum Role {
  @JsonProperty("viewer")
  VIEWER,
  @JsonProperty("reporter")
  REPORTER,
  @JsonProperty("deployer")
  DEPLOYER,
  @JsonProperty("approver")
  APPROVER,
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("admin")
  ADMIN,
  @JsonProperty("agent")
  AGENT
}
