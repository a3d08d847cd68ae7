package dev.slipway.app.guide;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page shows of an output. {@code …} stands for what is another each time, such as a commit
 * or an age, and on a line of its own for any lines; how many blanks stand between words does not
 * count. All else has to be printed as it is shown.
 */
final class Shown {

  private static final String ANYTHING = "…";

  private Shown() {}

  /** Whether all that was printed is as shown. */
  static boolean isAll(String shown, String printed) {
    return pattern(shown).matcher(lines(printed)).matches();
  }

  /** Whether what was printed begins as shown. */
  static boolean isBeginning(String shown, String printed) {
    return pattern(shown).matcher(lines(printed)).lookingAt();
  }

  private static Pattern pattern(String shown) {
    return Pattern.compile(lines(shown).lines().map(Shown::line).collect(Collectors.joining()));
  }

  private static String line(String line) {
    if (line.equals(ANYTHING)) {
      return "(?:[^\\n]*\\n)*?";
    }
    return Stream.of(line.split(ANYTHING, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^\\n]*?"))
        + "\\n";
  }

  /** Without blanks at the ends of lines, and with one where there are several. */
  private static String lines(String text) {
    return text.lines()
        .map(line -> line.replaceAll(" +", " ").stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}
