package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is told of what happens, and how that goes.
 *
 * @param reach what it is for
 * @param events what is told; a bypass is told always
 * @param outlet how
 * @param to the host that is called, or the site of Datadog; absent where the address is a secret
 * @param owed how many happenings it is still to be told
 * @param leftOut how many messages were left out since the last one that was sent
 * @param lastSent absent before the first
 * @param failingSince absent while it can be told
 * @param failedAt when it could not be told last, even when that is over
 * @param failure why
 */
public record Notification(
    String name,
    OverlayReach reach,
    List<String> events,
    NotificationOutlet outlet,
    Optional<String> to,
    NotificationState state,
    int owed,
    int leftOut,
    Optional<Instant> lastSent,
    Optional<Instant> failingSince,
    Optional<Instant> failedAt,
    Optional<String> failure) {
  public Notification {
    events = List.copyOf(events);
  }
}
