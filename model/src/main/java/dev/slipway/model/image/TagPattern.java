package dev.slipway.model.image;

import dev.slipway.model.InvalidValue;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What some tags look like, such as {@code release-*}, where the star stands for anything. */
public record TagPattern(String value) {

  private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_.*-]{1,128}");
  private static final Pattern RUNS = Pattern.compile("[0-9]+|[^0-9]+");

  /**
   * Numbers in tags count as numbers, so that {@code 9} comes before {@code 10}; of two tags that
   * are equal by that, letters decide.
   */
  static final Comparator<String> BY_NUMBERS =
      ((Comparator<String>) TagPattern::byNumbers).thenComparing(Comparator.naturalOrder());

  public TagPattern {
    if (!PATTERN.matcher(value).matches()) {
      throw new InvalidValue(
          "pattern of tags",
          "is letters, digits, dots, hyphens and underscores such as release-*, where the star"
              + " stands for anything");
    }
  }

  /** Each piece is looked for once and from the left, so that no pattern takes long. */
  boolean matches(String tag) {
    List<String> pieces = List.of(value.split("\\*", -1));
    String first = pieces.getFirst();
    String last = pieces.getLast();
    if (pieces.size() == 1) {
      return tag.equals(first);
    }
    if (!tag.startsWith(first) || tag.length() < first.length() + last.length()) {
      return false;
    }
    int at = first.length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = tag.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return tag.length() - last.length() >= at && tag.endsWith(last);
  }

  private static int byNumbers(String one, String other) {
    List<String> left = runs(one);
    List<String> right = runs(other);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int compared = compare(left.get(i), right.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compare(String one, String other) {
    boolean numbers = isNumber(one) && isNumber(other);
    String left = numbers ? one.replaceFirst("^0+(?=.)", "") : one;
    String right = numbers ? other.replaceFirst("^0+(?=.)", "") : other;
    return numbers && left.length() != right.length()
        ? Integer.compare(left.length(), right.length())
        : left.compareTo(right);
  }

  private static boolean isNumber(String run) {
    return run.charAt(0) >= '0' && run.charAt(0) <= '9';
  }

  private static List<String> runs(String tag) {
    return RUNS.matcher(tag).results().map(run -> run.group()).toList();
  }

  @Override
  public String toString() {
    return value;
  }
}
