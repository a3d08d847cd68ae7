package dev.slipway.cli.show;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in one unit, as people say it. */
public final class Ages {

  private static final int HOURS_SHOWN_BELOW = 48;
  private static final int MINUTES_SHOWN_BELOW = 120;
  private static final int SECONDS_SHOWN_BELOW = 120;

  private Ages() {}

  /**
   * The age of an instant of the API.
   *
   * @param instant ISO 8601; anything else is shown as it is
   */
  public static String of(String instant, Instant now) {
    try {
      return of(Duration.between(Instant.parse(instant), now));
    } catch (DateTimeException _) {
      return instant;
    }
  }

  private static String of(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < SECONDS_SHOWN_BELOW) {
      return seconds + "s";
    }
    if (age.toMinutes() < MINUTES_SHOWN_BELOW) {
      return age.toMinutes() + "m";
    }
    if (age.toHours() < HOURS_SHOWN_BELOW) {
      return age.toHours() + "h";
    }
    return age.toDays() + "d";
  }
}
