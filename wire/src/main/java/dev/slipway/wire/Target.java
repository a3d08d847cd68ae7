package dev.slipway.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One concrete runtime in an environment.
 *
 * @param local whether it is the server's own machine
 * @param rest why nothing new is ordered of it; absent while it is in use
 * @param unknown agents whose place was taken and that still ask: machines nobody counts on
 * @param runs what it says that it runs, one for each application
 * @param deviations in what it is other than it should be
 */
public record Target(
    String environment,
    String name,
    Map<String, String> labels,
    boolean local,
    Optional<TargetRest> rest,
    Optional<Agent> agent,
    List<Agent> unknown,
    List<TargetRun> runs,
    List<Deviation> deviations) {
  public Target {
    labels = Map.copyOf(labels);
    unknown = List.copyOf(unknown);
    runs = List.copyOf(runs);
    deviations = List.copyOf(deviations);
  }
}
