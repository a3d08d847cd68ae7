package dev.slipway.views.difference;

import java.time.Duration;

/** A length of time as it is written in documents. */
final class Written {

  private Written() {}

  /** In the largest unit that says it exactly. */
  static String of(Duration length) {
    long seconds = length.toSeconds();
    if (!length.equals(Duration.ofSeconds(seconds))) {
      return length.toMillis() + "ms";
    }
    if (seconds % 3600 == 0 && seconds > 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
