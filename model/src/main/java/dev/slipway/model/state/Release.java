package dev.slipway.model.state;

import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An artifact with its resolved config for one service. Only what the target alone knows, such as
 * its port and the values of secrets, is open.
 *
 * @param secrets environment variables whose values only the agent finds, by name; absent when
 *     there are none
 */
public record Release(
    ServiceName service,
    Artifact artifact,
    Workload workload,
    Optional<HealthCheck> health,
    SortedMap<String, String> variables,
    Timeouts timeouts,
    Optional<Limits> limits,
    Optional<SortedMap<String, SecretReference>> secrets) {

  /** One without secrets. */
  public Release(
      ServiceName service,
      Artifact artifact,
      Workload workload,
      Optional<HealthCheck> health,
      SortedMap<String, String> variables,
      Timeouts timeouts,
      Optional<Limits> limits) {
    this(service, artifact, workload, health, variables, timeouts, limits, Optional.empty());
  }

  /** One without limits. */
  public Release(
      ServiceName service,
      Artifact artifact,
      Workload workload,
      Optional<HealthCheck> health,
      SortedMap<String, String> variables,
      Timeouts timeouts) {
    this(service, artifact, workload, health, variables, timeouts, Optional.empty());
  }
}
