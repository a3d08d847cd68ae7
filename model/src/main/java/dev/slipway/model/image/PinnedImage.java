package dev.slipway.model.image;

import dev.slipway.model.Digest;
import java.util.Optional;

/**
 * One image for good.
 *
 * @param tag by which it was found; it may stand for another image by now
 * @param rebased of what it was made, where it was moved onto a base
 */
public record PinnedImage(
    ImageRepository repository, ImageTag tag, Digest digest, Optional<Rebased> rebased) {

  /** One that is as it was built. */
  public PinnedImage(ImageRepository repository, ImageTag tag, Digest digest) {
    this(repository, tag, digest, Optional.empty());
  }

  /** As runtimes and people take it, such as {@code registry.example.org/shop:1.4@sha256:…}. */
  @Override
  public String toString() {
    return repository + ":" + tag + "@" + digest;
  }
}
