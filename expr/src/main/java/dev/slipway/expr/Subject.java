package dev.slipway.expr;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.JobName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Release;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What conditions are asked about: a service of an application as it is to be in an environment.
 *
 * @param labels of the environment
 * @param jobs of the application
 */
public record Subject(
    ApplicationName application,
    EnvironmentName environment,
    SortedMap<String, String> labels,
    Service service,
    List<Job> jobs) {

  public Subject {
    jobs = List.copyOf(jobs);
  }

  /** One service, whether it is only defined so or ready to be delivered. */
  public record Service(
      ServiceName name,
      Workload workload,
      Optional<HealthCheck> health,
      SortedMap<String, String> variables,
      SortedMap<String, SecretReference> secrets,
      Timeouts timeouts,
      Serving serving,
      Optional<Limits> limits,
      List<ServiceName> after) {

    public Service {
      after = List.copyOf(after);
    }

    /** As it is defined, with every value in its place. */
    public static Service of(ServiceDefinition service) {
      return new Service(
          service.name(),
          service.workload(),
          service.health(),
          service.variables(),
          service.secrets().orElseGet(Subject::none),
          service.timeouts(),
          service.serving().orElse(Serving.PLAIN),
          service.limits(),
          service.after().orElseGet(List::of));
    }

    /** As a delivery holds each release of it. */
    public static List<Service> of(DesiredService service) {
      return service.releases().stream()
          .map(DesiredRelease::release)
          .map(release -> of(service, release))
          .toList();
    }

    private static Service of(DesiredService service, Release release) {
      return new Service(
          service.name(),
          release.workload(),
          release.health(),
          release.variables(),
          release.secrets().orElseGet(Subject::none),
          release.timeouts(),
          service.serving().orElse(Serving.PLAIN),
          release.limits(),
          service.after().orElseGet(List::of));
    }
  }

  /** One job. */
  public record Job(
      JobName name,
      JobTime time,
      boolean irreversible,
      SortedMap<String, String> variables,
      SortedMap<String, SecretReference> secrets,
      Timeouts timeouts) {

    /** As it is defined. */
    public static Job of(JobDefinition job) {
      return new Job(
          job.name(),
          job.time(),
          job.irreversible(),
          job.variables(),
          job.secrets().orElseGet(Subject::none),
          job.timeouts());
    }

    /** As a delivery holds it. */
    public static Job of(DesiredJob job) {
      return new Job(
          job.name(),
          job.time(),
          job.irreversible(),
          job.release().variables(),
          job.release().secrets().orElseGet(Subject::none),
          job.release().timeouts());
    }
  }

  private static SortedMap<String, SecretReference> none() {
    return Collections.unmodifiableSortedMap(new TreeMap<>());
  }
}
