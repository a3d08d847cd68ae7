package dev.slipway.model.entry;

import dev.slipway.model.CampaignId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;

/**
 * A shipment of a campaign came to a bad end, so it starts no other until a person says that it
 * goes on.
 */
public record CampaignHalted(CampaignId campaign, Placement at, Reason because) implements Entry {}
