package dev.slipway.model.definition;

import dev.slipway.model.EnvironmentName;
import java.util.List;

/**
 * A part of a route as a document names it: one environment, or a group of them, one after the
 * other.
 *
 * @param name of the environment, or of the group
 * @param environments what the name stood for when the definition was taken in, in the order of
 *     their names; empty where a group had none
 */
public record Stretch(EnvironmentName name, List<EnvironmentName> environments) {

  public Stretch {
    environments = List.copyOf(environments);
  }

  /** An environment by its own name. */
  public static Stretch of(EnvironmentName environment) {
    return new Stretch(environment, List.of(environment));
  }

  /** Whether it is named by the group; no environment is called as a group is. */
  public boolean isGroup() {
    return !environments.equals(List.of(name));
  }
}
