package dev.slipway.wire;

import java.time.Instant;
import java.util.List;

/**
 * A push that no trigger shipped.
 *
 * @param event the position of the event by which it was heard of
 * @param triggers what each of the application's said
 */
public record UnshippedPush(
    String ref, String sha, Instant at, long event, List<SkippedTrigger> triggers) {
  public UnshippedPush {
    triggers = List.copyOf(triggers);
  }
}
