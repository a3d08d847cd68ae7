package dev.slipway.config.text;

import dev.slipway.config.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects the mistakes of one file, at most 20. Not safe for several threads: one compilation owns
 * it.
 */
public final class Problems {

  private static final int COUNT_MAX = 20;

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  public Problems(String file) {
    this.file = file;
  }

  public void add(Place place, String code, String message) {
    add(place, code, message, Optional.empty());
  }

  /**
   * Adds a mistake with what was probably meant.
   *
   * @param nearest the known word that is most like the one that was written
   */
  public void add(Place place, String code, String message, Optional<String> nearest) {
    if (found.size() < COUNT_MAX - 1) {
      found.add(new Problem(file, place.line(), place.column(), code, message, nearest));
    } else if (found.size() == COUNT_MAX - 1) {
      found.add(
          new Problem(
              file,
              place.line(),
              place.column(),
              "more-problems",
              "There are more problems than are listed here. Mend the ones above first.",
              Optional.empty()));
    }
  }

  public boolean areNone() {
    return found.isEmpty();
  }

  /** Whether so many were found that looking for more would help nobody. */
  public boolean areTooMany() {
    return found.size() == COUNT_MAX;
  }

  /** In the order of the file; the note that there are more comes last. */
  public List<Problem> inOrder() {
    return found.stream()
        .sorted(
            Comparator.comparing((Problem problem) -> problem.code().equals("more-problems"))
                .thenComparing(problem -> new Place(problem.line(), problem.column())))
        .toList();
  }
}
