package dev.slipway.model.definition;

import dev.slipway.model.ServiceName;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A deployable unit as its application declares it.
 *
 * @param variables environment variables of its process, by name
 * @param serving absent for what was declared before there was a choice, and for commands
 * @param limits absent when none is declared
 */
public record ServiceDefinition(
    ServiceName name,
    Workload workload,
    Optional<HealthCheck> health,
    SortedMap<String, String> variables,
    Timeouts timeouts,
    Optional<Serving> serving,
    Optional<Limits> limits) {

  /** One that is served plainly and without limits. */
  public ServiceDefinition(
      ServiceName name,
      Workload workload,
      Optional<HealthCheck> health,
      SortedMap<String, String> variables,
      Timeouts timeouts) {
    this(name, workload, health, variables, timeouts, Optional.empty(), Optional.empty());
  }
}
