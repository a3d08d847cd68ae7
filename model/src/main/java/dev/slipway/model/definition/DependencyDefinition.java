package dev.slipway.model.definition;

import dev.slipway.model.ApplicationName;
import java.util.Optional;

/**
 * Another application that has to be in force in the same environment before a delivery starts.
 *
 * @param at at what: {@link #SAME}, the tag or branch that it was delivered by, or at least the
 *     first 7 digits of its commit; absent means at anything
 */
public record DependencyDefinition(ApplicationName application, Optional<String> at) {

  /** At the commit that is delivered. */
  public static final String SAME = "same";

  /** How many applications one may depend on. */
  public static final int DEPENDENCIES_MAX = 20;
}
