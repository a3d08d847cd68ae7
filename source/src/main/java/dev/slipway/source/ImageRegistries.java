package dev.slipway.source;

import dev.slipway.model.Reason;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.PinnedImage;

/**
 * Says which image is meant now, as registries do. Blocks on I/O and is called from threads of the
 * loop's choosing; thread-safe. Never throws for what a registry answers.
 */
@FunctionalInterface
public interface ImageRegistries {

  /** Nobody asks any. */
  ImageRegistries NONE =
      _ ->
          new Reading.Unusable<>(
              new Reason("images-not-read", "This server asks no registry which image is meant."));

  /**
   * The image that is meant now.
   *
   * @return unusable where the registry has none, or does not let us see; unavailable where it
   *     cannot be asked at present
   */
  Reading<PinnedImage> image(ImageSource source);
}
