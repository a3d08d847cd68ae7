package dev.slipway.model.image;

/** Which image somebody wants to have, whichever that is at a time. */
public record ImageSource(ImageRepository repository, ImageChoice choice) {

  @Override
  public String toString() {
    return switch (choice) {
      case ImageChoice.Tagged(ImageTag tag) -> repository + ":" + tag;
      case ImageChoice.Newest(VersionRange range) -> repository + " (newest of " + range + ")";
      case ImageChoice.Like(TagPattern pattern) -> repository + " (last like " + pattern + ")";
    };
  }
}
