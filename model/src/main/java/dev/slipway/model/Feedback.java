package dev.slipway.model;

import java.time.Instant;

/**
 * What somebody said of a page. It is a person's words, so it is never in an entry.
 *
 * @param version of the Slipway that showed the page
 */
public record Feedback(
    String id, ActorId by, Instant at, ClientPage page, String text, String version) {

  private static final int TEXT_LENGTH_MAX = 4000;

  public Feedback {
    if (text.isBlank()
        || text.length() > TEXT_LENGTH_MAX
        || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      throw new InvalidValue(
          "feedback",
          "has 1 to " + TEXT_LENGTH_MAX + " characters, and no control characters but line ends");
    }
  }
}
