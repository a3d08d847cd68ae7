package dev.slipway.cli.verb;

import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.config.Problem;
import dev.slipway.config.foreign.Finding;
import dev.slipway.config.foreign.Imported;
import dev.slipway.config.foreign.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an import came to, for people and for programs.
 *
 * @param documents valid documents separated by {@code ---}; empty when nothing was understood
 */
record ImportReport(
    boolean understood, List<Line> findings, String documents, List<Mistake> problems) {

  /**
   * One thing that the files say.
   *
   * @param outcome taken, not-needed or left
   * @param here the key of ours, where it was taken over
   */
  record Line(
      String file,
      int line,
      int column,
      String there,
      String outcome,
      Optional<String> here,
      Optional<String> because) {}

  /** Why nothing can be made of them. */
  record Mistake(String file, int line, int column, String code, String message) {}

  static ImportReport of(Imported imported) {
    return switch (imported) {
      case Imported.Understood(List<Finding> findings, String yaml) ->
          new ImportReport(
              true, findings.stream().map(ImportReport::line).toList(), yaml, List.of());
      case Imported.Refused(List<Problem> problems) ->
          new ImportReport(
              false, List.of(), "", problems.stream().map(ImportReport::mistake).toList());
    };
  }

  private static Line line(Finding found) {
    return switch (found.outcome()) {
      case Outcome.Taken(String here) -> line(found, "taken", Optional.of(here), Optional.empty());
      case Outcome.NotNeeded(String because) ->
          line(found, "not-needed", Optional.empty(), Optional.of(because));
      case Outcome.Left(String because) ->
          line(found, "left", Optional.empty(), Optional.of(because));
    };
  }

  private static Line line(
      Finding found, String outcome, Optional<String> here, Optional<String> because) {
    return new Line(
        found.file(), found.line(), found.column(), found.there(), outcome, here, because);
  }

  private static Mistake mistake(Problem problem) {
    return new Mistake(
        problem.file(), problem.line(), problem.column(), problem.code(), problem.message());
  }

  /** A line for each thing that was found, and how many came to what. */
  String table(boolean colours) {
    Table table = new Table("PLACE", "THERE", "BECOMES", "BECAUSE");
    for (Line one : findings) {
      table.row(
          "%s:%d:%d".formatted(one.file(), one.line(), one.column()),
          one.there(),
          one.here().orElseGet(() -> one.outcome().equals("left") ? "nothing yet" : "nothing"),
          one.because().orElse(""));
    }
    return "%s\n%d taken over, %d not needed, %d left to you.\n"
        .formatted(table.render(colours), count("taken"), count("not-needed"), count("left"));
  }

  private long count(String outcome) {
    return findings.stream().filter(one -> one.outcome().equals(outcome)).count();
  }

  String mistakes() {
    return problems.stream()
        .map(one ->
            Visible.of(
                    "%s:%d:%d: %s (%s)"
                        .formatted(one.file(), one.line(), one.column(), one.message(), one.code()))
                + "\n")
        .collect(Collectors.joining());
  }
}
