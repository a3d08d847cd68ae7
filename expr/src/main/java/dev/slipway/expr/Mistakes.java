package dev.slipway.expr;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the reader of the language finds, in our own words. Nothing else of its text gets out. */
final class Mistakes {

  private static final Pattern NAME = Pattern.compile("undeclared reference to '([\\w.]{1,60})'");
  private static final Pattern FIELD = Pattern.compile("undefined field '(\\w{1,60})'");
  private static final Pattern NO_CONDITION =
      Pattern.compile("expected type 'bool' but found '([a-z]{1,20})");
  private static final Pattern USE =
      Pattern.compile("found no matching overload for '([^']{1,40})' applied to '([^']{1,100})'");

  private Mistakes() {}

  static Mistake of(CelIssue issue) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
    String found = issue.getMessage();
    return name(line, column, found)
        .or(() -> field(line, column, found))
        .or(() -> noCondition(line, column, found))
        .or(() -> use(line, column, found))
        .orElseGet(() -> new Mistake(line, column, "It cannot be read from here on."));
  }

  /** Of what cannot be placed. */
  static Mistake unreadable() {
    return new Mistake(1, 1, "It cannot be read.");
  }

  private static Optional<Mistake> name(int line, int column, String found) {
    Matcher matcher = NAME.matcher(found);
    return matcher.find()
        ? Optional.of(
            unknown(
                line,
                column,
                matcher.group(1),
                Stream.concat(Vocabulary.VARIABLES.keySet().stream(), Language.WORDS.stream())
                    .sorted()
                    .toList()))
        : Optional.empty();
  }

  /** The library points at the dot; the name begins behind it. */
  private static Optional<Mistake> field(int line, int column, String found) {
    Matcher matcher = FIELD.matcher(found);
    return matcher.find()
        ? Optional.of(unknown(line, column + 1, matcher.group(1), List.copyOf(Vocabulary.fields())))
        : Optional.empty();
  }

  private static Mistake unknown(int line, int column, String name, List<String> known) {
    return new Mistake(
        line,
        column,
        "There is no '%s' here.".formatted(name),
        Optional.of(new Mistake.Unknown(name, known)));
  }

  private static Optional<Mistake> noCondition(int line, int column, String found) {
    Matcher matcher = NO_CONDITION.matcher(found);
    return matcher.find()
        ? Optional.of(
            new Mistake(
                line,
                column,
                "It has to be true or false, and this is of the type %s."
                    .formatted(matcher.group(1))))
        : Optional.empty();
  }

  private static Optional<Mistake> use(int line, int column, String found) {
    Matcher matcher = USE.matcher(found);
    return matcher.find()
        ? Optional.of(
            new Mistake(
                line,
                column,
                "'%s' cannot be used with %s."
                    .formatted(matcher.group(1).replace("_", ""), matcher.group(2))))
        : Optional.empty();
  }
}
