package dev.slipway.runtime.external;

import java.time.Duration;

/**
 * When the programs are run.
 *
 * @param every how long after a look the next one is due
 * @param again how long after the first vain try the next one follows; twice as long after each
 * @param longest the longest such pause
 * @param failures how many failures in a row are one too many
 */
record Pace(Duration every, Duration again, Duration longest, int failures) {

  static final Pace STANDARD =
      new Pace(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(15), 5);

  /** The pause after so many tries, from 1. */
  Duration after(int tries) {
    Duration pause = again;
    for (int i = 1; i < tries && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
