package dev.slipway.model.definition;

import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.guardrail.Juncture;
import java.util.Optional;

/**
 * A resource has to be at a version, or beyond it.
 *
 * @param at where that is judged; absent is the same as {@link Juncture#AFTER_APPROVAL}
 */
public record ResourcePolicy(
    ResourceName resource, ResourceVersion atLeast, Optional<Juncture> at) {

  /** How many of them may stand side by side. */
  public static final int RESOURCES_MAX = 20;

  /** One that is judged before the start. */
  public ResourcePolicy(ResourceName resource, ResourceVersion atLeast) {
    this(resource, atLeast, Optional.empty());
  }

  public Juncture juncture() {
    return at.orElse(Juncture.AFTER_APPROVAL);
  }
}
