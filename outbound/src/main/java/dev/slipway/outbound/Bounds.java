package dev.slipway.outbound;

import java.time.Duration;

/**
 * How much of anybody outside is borne.
 *
 * @param patience for one question and its whole answer
 * @param bytesMax how much of an answer is read
 */
public record Bounds(Duration patience, int bytesMax) {

  public static final Bounds STANDARD = new Bounds(Duration.ofSeconds(10), 64 * 1024);

  static final int REDIRECTS_MAX = 3;
  static final int HEADERS_MAX = 20;
  static final int HEADER_LENGTH_MAX = 4096;
}
