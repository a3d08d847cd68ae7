package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a document declares. */
public enum DocumentKind {
  @JsonProperty("application")
  APPLICATION,
  @JsonProperty("environment")
  ENVIRONMENT,
  @JsonProperty("environmentGroup")
  ENVIRONMENT_GROUP,
  @JsonProperty("target")
  TARGET,
  @JsonProperty("resource")
  RESOURCE,
  @JsonProperty("overlay")
  OVERLAY,
  @JsonProperty("policy")
  POLICY,
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("notification")
  NOTIFICATION
}
