package dev.slipway.model.definition;

import dev.slipway.model.ServiceName;
import dev.slipway.model.layer.Said;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A deployable unit as its application declares it.
 *
 * @param variables environment variables of its process, by name
 * @param serving absent for what was declared before there was a choice, and for commands
 * @param limits absent when none is declared
 * @param after the services that are brought up before it; absent when it waits for none
 * @param said what its document says itself, by name; absent in ledgers from before there were
 *     others who could say something, and means everything
 * @param secrets environment variables whose values only the agent finds, by name; absent when
 *     there are none
 */
public record ServiceDefinition(
    ServiceName name,
    Workload workload,
    Optional<HealthCheck> health,
    SortedMap<String, String> variables,
    Timeouts timeouts,
    Optional<Serving> serving,
    Optional<Limits> limits,
    Optional<List<ServiceName>> after,
    Optional<List<Said>> said,
    Optional<SortedMap<String, SecretReference>> secrets) {

  public ServiceDefinition {
    after = after.map(List::copyOf);
    said = said.map(List::copyOf);
  }

  /** One that waits for no other. */
  public ServiceDefinition(
      ServiceName name,
      Workload workload,
      Optional<HealthCheck> health,
      SortedMap<String, String> variables,
      Timeouts timeouts,
      Optional<Serving> serving,
      Optional<Limits> limits) {
    this(
        name,
        workload,
        health,
        variables,
        timeouts,
        serving,
        limits,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One that is served plainly and without limits. */
  public ServiceDefinition(
      ServiceName name,
      Workload workload,
      Optional<HealthCheck> health,
      SortedMap<String, String> variables,
      Timeouts timeouts) {
    this(name, workload, health, variables, timeouts, Optional.empty(), Optional.empty());
  }

  /** The same, brought up after others. */
  public ServiceDefinition after(List<ServiceName> others) {
    return new ServiceDefinition(
        name,
        workload,
        health,
        variables,
        timeouts,
        serving,
        limits,
        Optional.of(others),
        said,
        secrets);
  }

  /** The same, of which its document says this itself. */
  public ServiceDefinition saying(List<Said> itself) {
    return new ServiceDefinition(
        name,
        workload,
        health,
        variables,
        timeouts,
        serving,
        limits,
        after,
        Optional.of(itself),
        secrets);
  }

  /** The same with these secrets. */
  public ServiceDefinition with(Optional<SortedMap<String, SecretReference>> others) {
    return new ServiceDefinition(
        name, workload, health, variables, timeouts, serving, limits, after, said, others);
  }
}
