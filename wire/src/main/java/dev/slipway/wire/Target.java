package dev.slipway.wire;

import java.util.Map;
import java.util.Optional;

/**
 * One concrete runtime in an environment.
 *
 * @param local whether it is the server's own machine
 */
public record Target(
    String environment,
    String name,
    Map<String, String> labels,
    boolean local,
    Optional<Agent> agent) {
  public Target {
    labels = Map.copyOf(labels);
  }
}
