package dev.slipway.config.foreign;

import dev.slipway.config.Problem;
import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.model.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects what was found in files, at most 500 things. Not safe for several threads: one import
 * owns it.
 */
final class Findings {

  private static final int COUNT_MAX = 500;
  private static final int LENGTH_MAX = 38;

  private final List<Finding> found = new ArrayList<>();
  private String file = "";

  /** From here on everything is found in this file. */
  void in(String name) {
    file = name;
  }

  void taken(Place place, String there, String here) {
    add(place, there, new Outcome.Taken(here));
  }

  void notNeeded(Place place, String there, String because) {
    add(place, there, new Outcome.NotNeeded(because));
  }

  void left(Place place, String there, String because) {
    add(place, there, new Outcome.Left(because));
  }

  /** A key that nobody knows, where these are known. */
  void unknown(Node.Field field, String there, List<String> known) {
    String meant =
        Nearest.of(field.name(), known).map(word -> " Did you mean '" + word + "'?").orElse("");
    left(field.place(), there, "Nothing is known of this key." + meant);
  }

  private void add(Place place, String there, Outcome outcome) {
    if (found.size() < COUNT_MAX) {
      found.add(new Finding(file, place.line(), place.column(), shown(there), outcome));
    } else if (found.size() == COUNT_MAX) {
      found.add(
          new Finding(
              file,
              place.line(),
              place.column(),
              "…",
              new Outcome.Left("There is more than is listed here. Import it in parts.")));
    }
  }

  /** The end of a long path tells more than its beginning. */
  private static String shown(String there) {
    String end = there.length() > LENGTH_MAX ? there.substring(there.length() - LENGTH_MAX) : there;
    String quoted = Excerpt.of(end);
    return (end.equals(there) ? "" : "…") + quoted.substring(1, quoted.length() - 1);
  }

  /** File by file, each in its own order. */
  List<Finding> all() {
    List<String> files = found.stream().map(Finding::file).distinct().toList();
    return found.stream()
        .sorted(
            Comparator.comparingInt((Finding it) -> files.indexOf(it.file()))
                .thenComparing(it -> new Place(it.line(), it.column())))
        .toList();
  }

  /** What was not understood, as reasons for why nothing was. */
  List<Problem> unmet() {
    return all().stream()
        .flatMap(it ->
            it.outcome() instanceof Outcome.Left(String because)
                ? Stream.of(problem(it, because))
                : Stream.empty())
        .toList();
  }

  private static Problem problem(Finding of, String because) {
    return new Problem(
        of.file(),
        of.line(),
        of.column(),
        "not-imported",
        of.there() + ": " + because,
        Optional.empty());
  }
}
