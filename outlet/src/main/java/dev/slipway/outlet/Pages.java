package dev.slipway.outlet;

import dev.slipway.model.notification.Happening;
import java.util.Optional;

/** Where people read about what happened: pages of the web client. Stateless. */
public final class Pages {

  private Pages() {}

  /**
   * The page of the delivery, or of the place while it has no number.
   *
   * @param link where the server is reached; absent where nobody said
   */
  public static Optional<String> ofDelivery(Optional<String> link, Happening happening) {
    return ofPlace(link, happening)
        .map(place -> place + happening.number().map(number -> "/" + number).orElse(""));
  }

  /** The page of the place. */
  public static Optional<String> ofPlace(Optional<String> link, Happening happening) {
    return link.map(base -> base + "/apps/" + happening.placement());
  }
}
