package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.model.Nearest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names in braces that words may hold. A brace that belongs to none of them is a mistake: there
 * is no escape for it, so a word that needs braces belongs into a script or a variable.
 */
final class Placeholders {

  private static final List<String> ENGINE =
      List.of("environment", "env", "sha", "prev_sha", "ref");
  private static final Pattern PARAMETER = Pattern.compile("params\\[[A-Za-z0-9_.-]{1,100}]");
  private static final String KNOWN =
      "There are {environment}, {env}, {sha}, {prev_sha}, {ref} and {params[name]}; text that needs"
          + " other braces belongs into a script or a variable.";

  private final Problems problems;

  Placeholders(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks one word, up to its first mistake.
   *
   * @param port whether {@code ${port}} is known here
   */
  void check(String word, Place place, boolean port) {
    boolean good = true;
    for (int open = word.indexOf('{'); good && open >= 0; open = word.indexOf('{', open + 1)) {
      good = checkOne(word, open, place, port);
    }
  }

  private boolean checkOne(String word, int open, Place place, boolean port) {
    int close = word.indexOf('}', open);
    if (close < 0) {
      problems.add(place, "brace-not-closed", "This word has a '{' without its '}'. " + KNOWN);
      return false;
    }
    String name = word.substring(open + 1, close);
    if (name.equals("port") && open > 0 && word.charAt(open - 1) == '$') {
      if (!port) {
        problems.add(
            place,
            "placeholder-not-here",
            "${port} is known to 'run' only; a command has no port.");
      }
      return port;
    }
    boolean known = ENGINE.contains(name) || PARAMETER.matcher(name).matches();
    if (!known) {
      unknown(name, place);
    }
    return known;
  }

  private void unknown(String name, Place place) {
    if (name.equals("port")) {
      problems.add(
          place, "unknown-placeholder", "The port is written ${port}, with a dollar sign.");
    } else {
      problems.add(
          place,
          "unknown-placeholder",
          Excerpt.of(name) + " in braces is no placeholder. " + KNOWN,
          Nearest.of(name, ENGINE));
    }
  }
}
