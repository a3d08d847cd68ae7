package dev.slipway.model.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which image somebody wants to have, whichever that is at a time.
 *
 * @param base on what it is to stand; where it is absent, on whatever it was built
 */
public record ImageSource(
    ImageRepository repository, ImageChoice choice, Optional<ImageBase> base) {

  /** One that stands on what it was built on. */
  public ImageSource(ImageRepository repository, ImageChoice choice) {
    this(repository, choice, Optional.empty());
  }

  /** All that have to be looked at to know which image it is. */
  public List<ImageRepository> repositories() {
    return Stream.concat(Stream.of(repository), base.map(ImageBase::repository).stream())
        .distinct()
        .toList();
  }

  /**
   * Names the registries that are asked. What has the same name is asked one thing after another,
   * and what is without a base does not wait for a layer that travels.
   */
  public String registries() {
    return base.map(it -> "%s (bases of %s)".formatted(repository.host(), it.repository().host()))
        .orElseGet(repository::host);
  }

  @Override
  public String toString() {
    return chosen() + base.map(it -> " on " + it).orElse("");
  }

  private String chosen() {
    return switch (choice) {
      case ImageChoice.Tagged(ImageTag tag) -> repository + ":" + tag;
      case ImageChoice.Newest(VersionRange range) -> repository + " (newest of " + range + ")";
      case ImageChoice.Like(TagPattern pattern) -> repository + " (last like " + pattern + ")";
    };
  }
}
