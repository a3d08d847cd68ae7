package dev.slipway.engine.delivery;

import dev.slipway.codec.Identities;
import dev.slipway.model.JobVersion;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Release;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A job that belongs to a service is started with what the service will be started with, so that it
 * can tell whether that will do. What it says itself comes before what the service has.
 */
final class JobOfService {

  private static final int CONTENT_DIGITS = 16;

  private JobOfService() {}

  /** The job of the release that its service is to have; as it is where it belongs to none. */
  static DesiredJob of(JobDefinition definition, DesiredJob job, List<DesiredService> services) {
    return definition
        .service()
        .flatMap(name -> release(name, services))
        .map(release -> of(job, release))
        .orElse(job);
  }

  private static Optional<Release> release(ServiceName name, List<DesiredService> services) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .flatMap(service -> service.releases().stream())
        .map(DesiredRelease::release)
        .findFirst();
  }

  private static DesiredJob of(DesiredJob job, Release service) {
    Release own = job.release();
    NavigableMap<String, String> variables = new TreeMap<>(service.variables());
    NavigableMap<String, SecretReference> secrets = new TreeMap<>();
    service.secrets().ifPresent(secrets::putAll);
    own.secrets().ifPresent(all -> variables.keySet().removeAll(all.keySet()));
    secrets.keySet().removeAll(own.variables().keySet());
    variables.putAll(own.variables());
    own.secrets().ifPresent(secrets::putAll);
    return new DesiredJob(
        job.name(),
        version(job.version(), service),
        job.time(),
        job.irreversible(),
        new Release(
            own.service(),
            own.artifact(),
            own.workload(),
            own.health(),
            variables,
            own.timeouts(),
            own.limits(),
            secrets.isEmpty() ? Optional.empty() : Optional.of(secrets)),
        job.compatible());
  }

  /** Another content of the service is another effect, although the commit is the same. */
  private static JobVersion version(JobVersion own, Release service) {
    String content = Identities.release(service).hex().substring(0, CONTENT_DIGITS);
    return new JobVersion(own.value() + "-" + content);
  }
}
