package dev.slipway.wire;

import java.util.Optional;

/**
 * How fast a campaign goes.
 *
 * @param atOnce a number, a share such as 25%, or all; one first unless told, and then never more
 *     than have come through
 * @param everySeconds the least time between two starts
 */
public record CampaignPace(Optional<String> atOnce, Optional<Long> everySeconds) {}
