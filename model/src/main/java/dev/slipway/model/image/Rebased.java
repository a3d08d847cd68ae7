package dev.slipway.model.image;

import dev.slipway.model.Digest;

/**
 * Of what an image was made that stands on another base than the one it was built on.
 *
 * @param tag by which the image was found that was built
 * @param image that image
 * @param base what the base was
 */
public record Rebased(ImageTag tag, Digest image, Digest base) {}
