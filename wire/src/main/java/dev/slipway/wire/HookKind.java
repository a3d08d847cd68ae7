package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who sends to an address; github takes GitHub webhooks and events takes signed CloudEvents. */
public enum HookKind {
  @JsonProperty("github")
  GITHUB,
  @JsonProperty("events")
  EVENTS
}
