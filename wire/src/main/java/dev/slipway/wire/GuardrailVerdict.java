package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a guardrail says; only pass lets a delivery go on. */
public enum GuardrailVerdict {
  @JsonProperty("pass")
  PASS,
  @JsonProperty("fail")
  FAIL,
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("inconclusive")
  INCONCLUSIVE
}
