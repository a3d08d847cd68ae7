package dev.slipway.views.projection;

import dev.slipway.model.Digest;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.event.Event;

/** Which images moved, or may have. Stateless. */
final class ImageSentences {

  private static final int DIGITS = 12;

  private ImageSentences() {}

  static String of(Event.ImagesHinted it) {
    return it.repositories().size() == 1
        ? "Images of " + it.repositories().getFirst() + " may have moved."
        : "Images of " + it.repositories().size() + " repositories may have moved.";
  }

  static String of(ImageMoved it) {
    String image = it.source().repository() + ":" + it.tag();
    return it.before()
        .map(before -> image + " is " + brief(it.digest()) + " now, after " + brief(before) + ".")
        .orElseGet(() -> image + " is " + brief(it.digest()) + ", seen for the first time.");
  }

  private static String brief(Digest digest) {
    return digest.hex().substring(0, DIGITS);
  }
}
