package dev.slipway.simulator.planted;

import dev.slipway.codec.Digests;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Reading;
import java.nio.charset.StandardCharsets;

/** Says that a tag stands for an image which its registry never had. */
record Invented(ImageRegistries real) implements ImageRegistries {

  @Override
  public Reading<PinnedImage> image(ImageSource source) {
    return real.image(source) instanceof Reading.Read<PinnedImage>(PinnedImage image)
        ? new Reading.Read<>(
            new PinnedImage(
                image.repository(),
                image.tag(),
                Digests.sha256(image.toString().getBytes(StandardCharsets.UTF_8))))
        : real.image(source);
  }
}
