package dev.slipway.model.layer;

import dev.slipway.model.OwnerName;

/**
 * A document that somebody answers for, about what others declare. Every revision of it is known,
 * and it can be again what it was.
 */
public sealed interface Owned permits OverlayDefinition, PolicyDefinition {

  /** Its kind and name, such as {@code overlay/cost-caps}. */
  String title();

  /** Who answers for it. */
  OwnerName owner();

  /** What it is for. */
  Reach reach();
}
