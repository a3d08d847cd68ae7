package dev.slipway.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One concrete runtime in an environment.
 *
 * @param local whether it is the server's own machine
 * @param runs what it says that it runs, one for each application
 */
public record Target(
    String environment,
    String name,
    Map<String, String> labels,
    boolean local,
    Optional<Agent> agent,
    List<TargetRun> runs) {
  public Target {
    labels = Map.copyOf(labels);
    runs = List.copyOf(runs);
  }
}
