package dev.slipway.views.projection;

import dev.slipway.model.Digest;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.event.Event;
import dev.slipway.model.image.ImageBase;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.Rebased;

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
    String said =
        it.before()
            .map(before -> " is " + brief(it.digest()) + " now, after " + brief(before) + ".")
            .orElseGet(() -> " is " + brief(it.digest()) + ", seen for the first time.");
    return image + said + it.rebased().map(made -> onto(it.source(), made)).orElse("");
  }

  private static String onto(ImageSource source, Rebased made) {
    return " It is %s on %s, which is %s."
        .formatted(
            made.tag(),
            source.base().map(ImageBase::toString).orElse("another base"),
            brief(made.base()));
  }

  private static String brief(Digest digest) {
    return digest.hex().substring(0, DIGITS);
  }
}
