package dev.slipway.expr;

import java.util.Optional;

/**
 * What is wrong with a text before anybody reads it: readers of the language call themselves for
 * each level, and are given none that is deep.
 */
final class Shallow {

  private static final int DEPTH_MAX = 64;

  private Shallow() {}

  static Optional<Mistake> mistake(String text) {
    if (text.codePointCount(0, text.length()) > Language.LENGTH_MAX) {
      return Optional.of(
          first(
              "A condition has at most %d characters. Make several rules of it."
                  .formatted(Language.LENGTH_MAX)));
    }
    if (text.isBlank()) {
      return Optional.of(first("A condition says something, such as service.replicas >= 2."));
    }
    return text.chars().filter(Shallow::nests).count() > DEPTH_MAX
        ? Optional.of(
            first(
                "A condition has at most %d brackets, '!' and '?'. Make several rules of it."
                    .formatted(DEPTH_MAX)))
        : Optional.empty();
  }

  /** Whether what follows may be one level deeper. */
  private static boolean nests(int c) {
    return c == '(' || c == '[' || c == '{' || c == '?' || c == '!' || c == '-';
  }

  private static Mistake first(String sentence) {
    return new Mistake(1, 1, sentence);
  }
}
