package dev.slipway.registry.select;

import dev.slipway.registry.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule that takes the newest of those tags that it lets pass. Tags tell no time; names have to.
 */
public sealed interface Selection {

  /** The newest tag that passes; empty where none does. */
  Optional<String> of(List<String> tags);

  /**
   * Whole semantic versions within a range, by their order. Versions before a release never pass.
   */
  record Newest(VersionRange range) implements Selection {

    public static Newest parse(String range) throws Refusal {
      return new Newest(VersionRange.parse(range));
    }

    @Override
    public Optional<String> of(List<String> tags) {
      return tags.stream()
          .flatMap(tag -> Version.ofTag(tag).stream())
          .filter(range::holds)
          // The same version may be there with and without 'v'; which one is taken must not change.
          .max(Comparator.<Version>naturalOrder().thenComparing(Version::tag))
          .map(Version::tag);
    }
  }

  /** Tags that look alike, by the numbers in them. */
  record Like(TagPattern pattern) implements Selection {

    public static Like parse(String pattern) throws Refusal {
      return new Like(TagPattern.parse(pattern));
    }

    @Override
    public Optional<String> of(List<String> tags) {
      return tags.stream().filter(pattern::matches).max(TagPattern.BY_NUMBERS);
    }
  }
}
