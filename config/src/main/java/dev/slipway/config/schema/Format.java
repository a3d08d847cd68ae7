package dev.slipway.config.schema;

import java.util.regex.Pattern;

/**
 * What a scalar must look like.
 *
 * @param code the stable code of the problem when it does not
 * @param pattern what the whole text must match; it never backtracks far
 * @param lengthMax in UTF-16 units
 * @param unquoted whether YAML's numbers and words like {@code true} need no quotes because only
 *     their text counts
 * @param demand what it must be, as the end of a sentence that starts with its key
 */
public record Format(String code, Pattern pattern, int lengthMax, boolean unquoted, String demand) {

  static Format of(String code, String pattern, int lengthMax, boolean unquoted, String demand) {
    return new Format(code, Pattern.compile(pattern), lengthMax, unquoted, demand);
  }

  /** Whether {@code text} has this format. */
  public boolean admits(String text) {
    return text.length() <= lengthMax && pattern.matcher(text).matches();
  }
}
