package dev.slipway.app.guide;

import java.util.Optional;

/**
 * Commands of a page, as they stand there.
 *
 * @param place file and line, so that an editor finds it
 * @param shown what the page says that they print, in the block after them
 */
record Block(String place, Manner manner, String commands, Optional<String> shown) {

  /** How a block is run; the words after {@code sh} at its beginning say so. */
  enum Manner {
    /** To its end, and nothing of it may fail. */
    RUNS("sh"),
    /** For as long as the page is read, in a terminal of its own. */
    STAYS("sh stays"),
    /** To its end, which is a failure. */
    FAILS("sh fails"),
    /** Not at all; the comment before it says why. */
    NOT_RUN("sh not-run");

    private final String mark;

    Manner(String mark) {
      this.mark = mark;
    }

    static Optional<Manner> marked(String mark) {
      for (Manner manner : values()) {
        if (manner.mark.equals(mark)) {
          return Optional.of(manner);
        }
      }
      return Optional.empty();
    }
  }

  Block showing(String output) {
    return new Block(place, manner, commands, Optional.of(output));
  }
}
