package dev.slipway.model.image;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version of a release.
 *
 * @param tag as it is written, with or without 'v'
 */
record Version(int major, int minor, int patch, String tag) implements Comparable<Version> {

  static final String NUMBER = "(0|[1-9][0-9]{0,8})";

  private static final Pattern WHOLE =
      Pattern.compile("v?" + NUMBER + "\\." + NUMBER + "\\." + NUMBER);

  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /** Reads a whole version: a tag such as {@code 1.4} moves from one to the next by itself. */
  static Optional<Version> ofTag(String tag) {
    Matcher whole = WHOLE.matcher(tag);
    return whole.matches()
        ? Optional.of(
            new Version(
                Integer.parseInt(whole.group(1)),
                Integer.parseInt(whole.group(2)),
                Integer.parseInt(whole.group(3)),
                tag))
        : Optional.empty();
  }

  static Version of(int major, int minor, int patch) {
    return new Version(major, minor, patch, major + "." + minor + "." + patch);
  }

  /** By numbers alone, so that how it is written does not count. */
  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }
}
