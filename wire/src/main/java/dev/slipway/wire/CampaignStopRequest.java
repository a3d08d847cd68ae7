package dev.slipway.wire;

import java.util.Optional;

/** Why a campaign is to start nothing any more; 1 to 300 characters. */
public record CampaignStopRequest(Optional<String> reason) {}
