package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a check came to; of two reports of the same instant the later constant counts. */
public enum CheckState {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("success")
  SUCCESS,
  @JsonProperty("failure")
  FAILURE,
  @JsonProperty("error")
  ERROR
}
