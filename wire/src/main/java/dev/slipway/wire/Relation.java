package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a commit is to what is in force somewhere. */
public enum Relation {
  @JsonProperty("included")
  INCLUDED,
  @JsonProperty("not-included")
  NOT_INCLUDED,
  @JsonProperty("no-relation")
  NO_RELATION
}
