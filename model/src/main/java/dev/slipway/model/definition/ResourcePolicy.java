package dev.slipway.model.definition;

import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;

/** A resource has to be at a version, or beyond it. */
public record ResourcePolicy(ResourceName resource, ResourceVersion atLeast) {

  /** How many of them may stand side by side. */
  public static final int RESOURCES_MAX = 20;
}
