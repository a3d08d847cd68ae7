package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who sends to an address; github, gitlab and gitea (which is Forgejo too) take webhooks of these
 * hosts, registry takes notifications of container registries, and events takes signed CloudEvents.
 */
public enum HookKind {
  @JsonProperty("github")
  GITHUB,
  @JsonProperty("gitlab")
  GITLAB,
  @JsonProperty("gitea")
  GITEA,
  @JsonProperty("registry")
  REGISTRY,
  @JsonProperty("events")
  EVENTS
}
