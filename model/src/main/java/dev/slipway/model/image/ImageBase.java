package dev.slipway.model.image;

/**
 * What an image is to stand on, whatever it is at a time: a tag of an image that others look after.
 */
public record ImageBase(ImageRepository repository, ImageTag tag) {

  @Override
  public String toString() {
    return repository + ":" + tag;
  }
}
