package dev.slipway.model.image;

import dev.slipway.model.InvalidValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions from here to there, such as {@code >=1.4 <2} or {@code 1.x}. */
public record VersionRange(String value) {

  private static final int LENGTH_MAX = 200;
  private static final String PART = "(?:\\.(?:" + Version.NUMBER + "|x|\\*))?";

  private static final Pattern TERM =
      Pattern.compile("(>=|<=|>|<|=)?v?" + Version.NUMBER + PART + PART);

  public VersionRange {
    limits(value);
  }

  /** One side of a range. */
  private sealed interface Limit {

    boolean holds(Version version);

    /** This one or later. */
    record From(Version first) implements Limit {
      @Override
      public boolean holds(Version version) {
        return version.compareTo(first) >= 0;
      }
    }

    /** Before this one. */
    record Before(Version end) implements Limit {
      @Override
      public boolean holds(Version version) {
        return version.compareTo(end) < 0;
      }
    }
  }

  /** The newest of those tags that are whole versions within the range. */
  Optional<String> newest(List<String> tags) {
    List<Limit> limits = limits(value);
    return tags.stream()
        .flatMap(tag -> Version.ofTag(tag).stream())
        .filter(version -> limits.stream().allMatch(limit -> limit.holds(version)))
        // The same version may be there with and without 'v'; which one is taken must not change.
        .max(Comparator.<Version>naturalOrder().thenComparing(Version::tag))
        .map(Version::tag);
  }

  /** All of which have to hold. */
  private static List<Limit> limits(String text) {
    List<Limit> limits = new ArrayList<>();
    if (text.length() > LENGTH_MAX || text.isBlank()) {
      throw malformed();
    }
    for (String term : text.strip().split("\\s+", -1)) {
      Matcher read = TERM.matcher(term);
      if (!read.matches()) {
        throw malformed();
      }
      limits.addAll(limits(read));
    }
    return limits;
  }

  private static List<Limit> limits(Matcher read) {
    int major = Integer.parseInt(read.group(2));
    Optional<Integer> minor = number(read, 3);
    Optional<Integer> patch = minor.flatMap(_ -> number(read, 4));
    if (minor.isEmpty() && read.group(4) != null) {
      throw malformed();
    }
    Version first = Version.of(major, minor.orElse(0), patch.orElse(0));
    // The first version that is not meant any more: of 1.4 it is 1.5.0, of 1.4.2 it is 1.4.3.
    Version next =
        minor.isEmpty()
            ? Version.of(major + 1, 0, 0)
            : patch.isEmpty()
                ? Version.of(major, minor.get() + 1, 0)
                : Version.of(major, minor.get(), patch.get() + 1);
    return switch (Optional.ofNullable(read.group(1)).orElse("=")) {
      case ">=" -> List.of(new Limit.From(first));
      case ">" -> List.of(new Limit.From(next));
      case "<" -> List.of(new Limit.Before(first));
      case "<=" -> List.of(new Limit.Before(next));
      default -> List.of(new Limit.From(first), new Limit.Before(next));
    };
  }

  private static Optional<Integer> number(Matcher read, int group) {
    return Optional.ofNullable(read.group(group)).map(Integer::parseInt);
  }

  private static InvalidValue malformed() {
    return new InvalidValue("range of versions", "is written such as '>=1.4 <2', 1.x or 1.4.2");
  }

  @Override
  public String toString() {
    return value;
  }
}
