package dev.slipway.model.definition;

import dev.slipway.model.ServiceName;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A deployable unit as its application declares it.
 *
 * @param variables environment variables of its process, by name
 */
public record ServiceDefinition(
    ServiceName name,
    Workload workload,
    Optional<HealthCheck> health,
    SortedMap<String, String> variables,
    Timeouts timeouts) {}
