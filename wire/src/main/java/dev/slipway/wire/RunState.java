package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How what a target runs stands to what is in force; all but as-ordered deviate. */
public enum RunState {
  @JsonProperty("as-ordered")
  AS_ORDERED,
  /** It differs from its own order; its agent is healing it. */
  @JsonProperty("drifted")
  DRIFTED,
  /** It holds an earlier delivery than the one in force. */
  @JsonProperty("behind")
  BEHIND,
  /** It holds a later one, which is on its way or did not come into force. */
  @JsonProperty("ahead")
  AHEAD,
  /** Its application was removed, and what was ordered last is still kept. */
  @JsonProperty("removed")
  REMOVED,
  /** It has said nothing yet. */
  @JsonProperty("unknown")
  UNKNOWN
}
