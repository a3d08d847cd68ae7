package dev.slipway.wire;

import java.util.Optional;

/**
 * One application in one environment that a campaign concerns.
 *
 * @param shipment what it sent there last
 * @param because why it is not its turn
 */
public record CampaignPlace(
    String application,
    String environment,
    CampaignStage stage,
    Optional<String> shipment,
    Optional<Reason> because) {}
