package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A process that is kept running, or a command whose exit code is the outcome. */
public enum ServiceKind {
  @JsonProperty("run")
  RUN,
  @JsonProperty("command")
  COMMAND,
  @JsonProperty("external")
  EXTERNAL
}
