package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change of an overlay that is sent to what it concerns.
 *
 * @param revision the number of the overlay's revision
 * @param confirmed the protected environments that were named when it began
 * @param sent how many shipments it made
 * @param through how many of them came through
 * @param because why it is halted, or has ended
 */
public record Campaign(
    String id,
    String overlay,
    int revision,
    CampaignState state,
    CampaignPace pace,
    List<String> confirmed,
    Actor by,
    int sent,
    int through,
    Optional<Reason> because,
    Instant startedAt,
    long position) {
  public Campaign {
    confirmed = List.copyOf(confirmed);
  }
}
