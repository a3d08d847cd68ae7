package dev.slipway.expr;

import java.util.List;
import java.util.Optional;

/**
 * Why a text is no condition.
 *
 * @param line in the text, from 1
 * @param column in that line, in characters, from 1
 * @param sentence what is wrong
 * @param unknown the name that it uses and nobody knows, where that is what is wrong
 */
public record Mistake(int line, int column, String sentence, Optional<Unknown> unknown) {

  /** A name that is none, and those that there are in its place. */
  public record Unknown(String written, List<String> known) {
    public Unknown {
      known = List.copyOf(known);
    }
  }

  /** One that is not about a name. */
  Mistake(int line, int column, String sentence) {
    this(line, column, sentence, Optional.empty());
  }
}
