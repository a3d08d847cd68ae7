package dev.slipway.model.layer;

import dev.slipway.model.definition.Origin;
import java.util.Optional;

/**
 * An overlay as it was at a time.
 *
 * @param number from 1; the next revision of the same overlay has the next
 * @param restores the number of the earlier revision that it is again, where somebody went back
 */
public record OverlayRevision(
    OverlayDefinition definition, int number, Origin origin, Optional<Integer> restores) {

  /** One that says something new. */
  public OverlayRevision(OverlayDefinition definition, int number, Origin origin) {
    this(definition, number, origin, Optional.empty());
  }
}
