package dev.slipway.model.definition;

import dev.slipway.model.JobName;
import dev.slipway.model.ServiceName;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An effect that a delivery has once, as its application declares it.
 *
 * @param version with placeholders; see {@link Template}
 * @param irreversible whether nothing from before it may come back once it succeeded
 * @param variables environment variables of its process, by name
 * @param compatible what may come back all the same; absent when nothing may
 * @param secrets environment variables whose values only the agent finds, by name; absent when
 *     there are none
 * @param service whose variables and secrets it has beside its own, and once for each content of
 *     which it is run; absent when it is of none
 */
public record JobDefinition(
    JobName name,
    JobTime time,
    Workload.Command command,
    Template version,
    boolean irreversible,
    SortedMap<String, String> variables,
    Timeouts timeouts,
    Optional<Compatibility> compatible,
    Optional<SortedMap<String, SecretReference>> secrets,
    Optional<ServiceName> service) {

  /** How many jobs an application may have. */
  public static final int JOBS_MAX = 20;

  /** One of no service, and without secrets. */
  public JobDefinition(
      JobName name,
      JobTime time,
      Workload.Command command,
      Template version,
      boolean irreversible,
      SortedMap<String, String> variables,
      Timeouts timeouts,
      Optional<Compatibility> compatible) {
    this(
        name,
        time,
        command,
        version,
        irreversible,
        variables,
        timeouts,
        compatible,
        Optional.empty(),
        Optional.empty());
  }

  /** One with whose effect nothing from before it runs, where it is irreversible. */
  public JobDefinition(
      JobName name,
      JobTime time,
      Workload.Command command,
      Template version,
      boolean irreversible,
      SortedMap<String, String> variables,
      Timeouts timeouts) {
    this(name, time, command, version, irreversible, variables, timeouts, Optional.empty());
  }

  /** The same with these secrets. */
  public JobDefinition with(Optional<SortedMap<String, SecretReference>> others) {
    return new JobDefinition(
        name,
        time,
        command,
        version,
        irreversible,
        variables,
        timeouts,
        compatible,
        others,
        service);
  }

  /** The same with all that a service is started with. */
  public JobDefinition of(ServiceName other) {
    return new JobDefinition(
        name,
        time,
        command,
        version,
        irreversible,
        variables,
        timeouts,
        compatible,
        secrets,
        Optional.of(other));
  }
}
