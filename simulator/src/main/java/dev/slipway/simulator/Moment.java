package dev.slipway.simulator;

import java.time.Duration;

/**
 * One happening of a storm.
 *
 * @param number from 1; names it where a run is made smaller
 * @param after the beginning
 * @param draws seeds what is drawn while it happens, so that leaving others out changes it little
 */
public record Moment(int number, Duration after, String happening, long draws) {

  @Override
  public String toString() {
    return "%d %s after %d s".formatted(number, happening, after.toSeconds());
  }
}
