package dev.slipway.model.layer;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.definition.Portion;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast a campaign goes.
 *
 * @param atOnce how many of its shipments may be under way at once; absent for one first, and then
 *     never more than have come through
 * @param every the least time between two starts; absent when one may follow the other at once
 */
public record CampaignPace(Optional<Portion> atOnce, Optional<Duration> every) {

  private static final Duration EVERY_MAX = Duration.ofDays(7);

  /** One first, and then never more than have come through. */
  public static final CampaignPace STANDARD = new CampaignPace(Optional.empty(), Optional.empty());

  public CampaignPace {
    if (every.filter(time -> !isPossible(time)).isPresent()) {
      throw new InvalidValue("campaign", "has a second to 7 days between two starts");
    }
  }

  /** Whether so much may be between two starts. */
  public static boolean isPossible(Duration every) {
    return every.compareTo(Duration.ofSeconds(1)) >= 0 && every.compareTo(EVERY_MAX) <= 0;
  }
}
