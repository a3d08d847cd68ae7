package dev.slipway.outlet.github;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.Sentences;
import dev.slipway.outlet.Visible;

/** How what happened is worded at GitHub. Stateless. */
final class Said {

  private static final int DESCRIPTION_MAX = 140;

  private Said() {}

  /** A sentence, and why, as long as GitHub takes them. */
  static String of(Happening happening) {
    String why = happening.because().map(because -> " " + because.sentence()).orElse("");
    return Visible.of(
        who(happening) + " " + Sentences.ending(happening.occasion()) + "." + why, DESCRIPTION_MAX);
  }

  /** The delivery, where it has a number, or the place. */
  static String who(Happening happening) {
    return happening
        .number()
        .map(number -> new DeliveryId(happening.placement(), number).toString())
        .orElseGet(happening.placement()::toString);
  }
}
