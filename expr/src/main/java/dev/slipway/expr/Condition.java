package dev.slipway.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Something that is so of a service, or is not. Whatever its text says, asking it ends soon and
 * changes nothing. Immutable; thread-safe.
 */
public final class Condition {

  private static final int KEPT_MAX = 2000;

  /** What texts turned out to be: reading one takes a while, and always gives the same. */
  private static final Map<String, Reading> KEPT = new ConcurrentHashMap<>();

  private final CelRuntime.Program program;

  private Condition(CelRuntime.Program program) {
    this.program = program;
  }

  /** Reads a condition; any text gives an answer. */
  public static Reading read(String text) {
    if (KEPT.size() >= KEPT_MAX) {
      KEPT.clear();
    }
    return KEPT.computeIfAbsent(text, Condition::readAfresh);
  }

  private static Reading readAfresh(String text) {
    Optional<Mistake> unreadable = Shallow.mistake(text);
    if (unreadable.isPresent()) {
      return new Reading.Mistaken(List.of(unreadable.orElseThrow()));
    }
    CelValidationResult result = Language.COMPILER.compile(text);
    if (result.hasError()) {
      return new Reading.Mistaken(result.getErrors().stream().map(Mistakes::of).toList());
    }
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      List<Mistake> mistakes = Scrutiny.of(tree);
      return mistakes.isEmpty()
          ? new Reading.Sound(new Condition(Language.RUNTIME.createProgram(tree)))
          : new Reading.Mistaken(mistakes);
    } catch (CelValidationException | CelEvaluationException _) {
      return new Reading.Mistaken(List.of(Mistakes.unreadable()));
    }
  }

  /** Asks it. */
  public Answer ask(Subject subject) {
    Budget budget = new Budget();
    Answer answer = ask(subject, budget);
    return budget.isSpent()
        ? new Answer.Unclear(because(CelErrorCode.ITERATION_BUDGET_EXCEEDED))
        : answer;
  }

  private Answer ask(Subject subject, Budget budget) {
    try {
      return program.trace(Values.of(subject), budget) instanceof Boolean so
          ? new Answer.Said(so)
          : new Answer.Unclear("it is neither true nor false");
    } catch (CelEvaluationException failed) {
      return new Answer.Unclear(because(failed.getErrorCode()));
    }
  }

  private static String because(CelErrorCode code) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND ->
          "it asks for something that nobody says; ask has(…), or '…' in, before it";
      case ITERATION_BUDGET_EXCEEDED -> "it looks at more than one condition may";
      case INDEX_OUT_OF_BOUNDS -> "it asks for an item that a list does not have";
      case DIVIDE_BY_ZERO -> "it divides by zero";
      case NUMERIC_OVERFLOW -> "it comes to a number that is too large";
      default -> "it cannot be worked out";
    };
  }
}
