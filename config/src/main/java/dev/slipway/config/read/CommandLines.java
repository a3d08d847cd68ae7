package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.model.definition.Template;
import java.util.List;
import java.util.Optional;

/** Reads what is to be run, as words. */
final class CommandLines {

  private static final int WORDS_MAX = 200;

  private final Problems problems;
  private final Placeholders placeholders;

  CommandLines(Problems problems) {
    this.problems = problems;
    this.placeholders = new Placeholders(problems);
  }

  /**
   * The words of a line; empty when something is wrong with it.
   *
   * @param port whether {@code ${port}} is known here
   */
  Optional<List<Template>> words(Node.Text line, boolean port) {
    Words.Split split = Words.of(line.value());
    if (split.fault().isPresent()) {
      Words.Fault fault = split.fault().orElseThrow();
      problems.add(line.placeOf(fault.at()), fault.code(), fault.message());
      return Optional.empty();
    }
    if (split.words().size() > WORDS_MAX) {
      problems.add(
          line.place(),
          "too-many",
          "A command may have " + WORDS_MAX + " words. Put it into a script in the repository.");
      return Optional.empty();
    }
    for (Words.Word word : split.words()) {
      placeholders.check(word.text(), line.placeOf(word.start()), port);
    }
    checkProgram(split.words().getFirst().text(), line.place());
    return Optional.of(split.words().stream().map(word -> new Template(word.text())).toList());
  }

  private void checkProgram(String program, Place place) {
    if (program.isEmpty() || program.startsWith("-") || program.contains("{")) {
      problems.add(
          place,
          "invalid-program",
          "The first word is the program. It must be written out: not empty, no option, no"
              + " placeholder.");
    }
  }
}
