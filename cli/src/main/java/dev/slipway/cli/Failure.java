package dev.slipway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What ends a verb early: what is wrong, where, and what to do about it. */
public final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Optional<JsonNode> problem;
  private final String path;
  private final boolean passing;
  private final String sentence;

  private Failure(String message, Optional<JsonNode> problem, String path, boolean passing) {
    super(message);
    this.path = path;
    this.sentence = message;
    this.problem = problem;
    this.passing = passing;
  }

  /** A failure that this side noticed. */
  public static Failure because(String message) {
    return new Failure(message, Optional.empty(), "", false);
  }

  /** A failure that may be over in a moment, as while the server starts again. */
  public static Failure passing(String message) {
    return new Failure(message, Optional.empty(), "", true);
  }

  /**
   * A failure that the server explained.
   *
   * @param problem the problem details (RFC 9457) as they came
   * @param path what it was asked for
   */
  public static Failure explained(String message, JsonNode problem, String path) {
    return new Failure(message, Optional.of(problem), path, false);
  }

  /** The same with something said before it. */
  public Failure after(String before) {
    return new Failure(before + sentence, problem, path, passing);
  }

  /** The server's own words for machines, where it gave some. */
  public Optional<JsonNode> problem() {
    return problem;
  }

  /** Whether the server said that there is no such thing. */
  public boolean isOfNothing() {
    return problem.filter(it -> "not-found".equals(it.path("code").asText())).isPresent();
  }

  /** What the server was asked for, where it explained itself. */
  public String path() {
    return path;
  }

  /** Whether asking again later makes sense to one who waits anyway. */
  public boolean isPassing() {
    return passing;
  }

  /** The sentence for people; it may have several lines. */
  public String sentence() {
    return sentence;
  }
}
