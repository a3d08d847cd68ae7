package dev.slipway.model.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a service is asked by its own address once a release has all of its traffic. Every answer
 * has to be as expected.
 */
public record Verification(List<Question> questions) {

  /** How many questions there may be. */
  public static final int QUESTIONS_MAX = 10;

  public Verification {
    questions = List.copyOf(questions);
  }

  /**
   * An HTTP GET.
   *
   * @param path absolute, such as {@code /ready}
   * @param expect the status that its answer has to have; redirects are not followed
   * @param contains what its body has to contain
   * @param every how long after a question the next one is asked
   * @param time for how long it is asked
   */
  public record Question(
      String path, int expect, Optional<String> contains, Duration every, Duration time) {}
}
