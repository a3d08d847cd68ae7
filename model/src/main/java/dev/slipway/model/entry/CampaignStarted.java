package dev.slipway.model.entry;

import dev.slipway.model.state.Campaign;

/** A change of an overlay is sent to what it concerns, step by step. */
public record CampaignStarted(Campaign campaign) implements Entry {}
