package dev.slipway.outlet.github;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.Visible;
import java.util.Optional;

/** How what happened is worded at GitHub, and where more of it is read. Stateless. */
final class Said {

  private static final int DESCRIPTION_MAX = 140;

  private Said() {}

  /** A sentence, and why, as long as GitHub takes them. */
  static String of(Happening happening) {
    String what =
        switch (happening.occasion()) {
          case QUEUED -> "is queued";
          case STARTED -> "has started";
          case WAITING_FOR_APPROVAL -> "waits for approval";
          case BYPASSED -> "goes past a guardrail";
          case STUCK -> "is stuck";
          case SETTLED -> "is in force";
          case FAILED -> "has failed";
          case CANCELLED -> "was cancelled";
          case ROLLED_BACK -> "is in force again";
        };
    String why = happening.because().map(because -> " " + because.sentence()).orElse("");
    return Visible.of(who(happening) + " " + what + "." + why, DESCRIPTION_MAX);
  }

  /** The delivery, where it has a number, or the place. */
  static String who(Happening happening) {
    return happening
        .number()
        .map(number -> new DeliveryId(happening.placement(), number).toString())
        .orElseGet(happening.placement()::toString);
  }

  /** The page of the delivery, or of the place while it has no number. */
  static Optional<String> page(Optional<String> link, Happening happening) {
    return place(link, happening)
        .map(place -> place + happening.number().map(number -> "/" + number).orElse(""));
  }

  /** The page of the place. */
  static Optional<String> place(Optional<String> link, Happening happening) {
    return link.map(base ->
        "%s/apps/%s/%s"
            .formatted(
                base, happening.placement().application(), happening.placement().environment()));
  }
}
