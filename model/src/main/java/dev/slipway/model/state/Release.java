package dev.slipway.model.state;

import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An artifact with its resolved config for one service. Only what the target alone knows, such as
 * its port, is open.
 */
public record Release(
    ServiceName service,
    Artifact artifact,
    Workload workload,
    Optional<HealthCheck> health,
    SortedMap<String, String> variables,
    Timeouts timeouts,
    Optional<Limits> limits) {

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
