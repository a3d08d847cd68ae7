package dev.slipway.model.image;

import dev.slipway.model.Digest;

/**
 * One image for good.
 *
 * @param tag by which it was found; it may stand for another image by now
 */
public record PinnedImage(ImageRepository repository, ImageTag tag, Digest digest) {

  /** As runtimes and people take it, such as {@code registry.example.org/shop:1.4@sha256:…}. */
  @Override
  public String toString() {
    return repository + ":" + tag + "@" + digest;
  }
}
