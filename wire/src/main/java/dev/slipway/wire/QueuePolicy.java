package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of automatic shipments that wait. */
public enum QueuePolicy {
  @JsonProperty("latest")
  LATEST,
  @JsonProperty("every")
  EVERY,
  @JsonProperty("batch")
  BATCH,
  @JsonProperty("train")
  TRAIN
}
