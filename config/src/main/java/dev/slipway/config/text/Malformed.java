package dev.slipway.config.text;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Says in our own words that a text is not YAML. The library's messages repeat the text, so they
 * are never shown; what stands at the place tells enough.
 */
final class Malformed {

  private Malformed() {}

  static void report(RuntimeException cause, String text, Problems problems) {
    Optional<Mark> mark =
        cause instanceof MarkedYamlEngineException marked
            ? marked.getProblemMark().or(marked::getContextMark)
            : Optional.empty();
    Place place =
        mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Place.START);
    int at =
        mark.map(found -> text.offsetByCodePoints(0, found.getIndex())).orElseGet(text::length);
    problems.add(place, "not-yaml", sentence(at < text.length() ? text.charAt(at) : '\n'));
  }

  private static String sentence(char found) {
    return switch (found) {
      case '\t' -> "YAML is indented with spaces; replace the tab.";
      case '*', '&', '!', '%', '@', '`', '|', '>' ->
          "A text that starts with '" + found + "' needs quotes around it.";
      case ':' -> "A text that holds a colon and a space needs quotes around it.";
      case ']', '}', ',' ->
          "This '" + found + "' does not fit. Check that every bracket is opened and closed.";
      default ->
          "From here on this is not YAML. Check the indentation, that quotes and brackets are"
              + " closed, and that each key is followed by a colon and a space.";
    };
  }
}
