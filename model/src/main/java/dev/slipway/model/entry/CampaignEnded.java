package dev.slipway.model.entry;

import dev.slipway.model.CampaignId;
import dev.slipway.model.Reason;

/**
 * A campaign starts nothing any more.
 *
 * @param through at how many places its shipments have come through
 */
public record CampaignEnded(CampaignId campaign, End end, int through, Reason because)
    implements Entry {

  /** What it came to. */
  public enum End {
    /** What is in force everywhere has the values that the documents give now. */
    SETTLED,
    /** A person ended it. */
    STOPPED,
    /** Its overlay changed, or another campaign of it was started. */
    REPLACED
  }
}
