package dev.slipway.model.image;

import java.util.List;
import java.util.Optional;

/**
 * A rule that says which of an image's tags is meant. Tags tell no time; of several, names have to
 * say which is the newest.
 */
public sealed interface ImageChoice {

  /** The tag that is meant; empty where none of these is. What is no tag is passed over. */
  Optional<ImageTag> of(List<String> tags);

  /** One tag, whatever it stands for. */
  record Tagged(ImageTag tag) implements ImageChoice {

    @Override
    public Optional<ImageTag> of(List<String> tags) {
      return Optional.of(tag).filter(it -> tags.contains(it.value()));
    }
  }

  /**
   * Whole semantic versions within a range, by their order. Versions before a release never pass.
   */
  record Newest(VersionRange range) implements ImageChoice {

    @Override
    public Optional<ImageTag> of(List<String> tags) {
      return range.newest(tags).map(ImageTag::new);
    }
  }

  /** Tags that look alike, by the numbers in them; none of what was moved onto a base. */
  record Like(TagPattern pattern) implements ImageChoice {

    @Override
    public Optional<ImageTag> of(List<String> tags) {
      return tags.stream()
          .filter(ImageTag::is)
          .filter(pattern::matches)
          .filter(tag -> !RebasedTag.is(tag))
          .max(TagPattern.BY_NUMBERS)
          .map(ImageTag::new);
    }
  }
}
