package dev.slipway.expr;

import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a condition finds under the names of the {@link Vocabulary}. What nobody says is absent. */
final class Values {

  private Values() {}

  static Map<String, Object> of(Subject subject) {
    return Map.of(
        "application", subject.application().value(),
        "environment", subject.environment().value(),
        "labels", subject.labels(),
        "service", service(subject.service()),
        "jobs", subject.jobs().stream().map(Values::job).toList());
  }

  private static Map<String, Object> service(Subject.Service service) {
    Map<String, Object> all = new TreeMap<>();
    all.put("name", service.name().value());
    all.put("kind", kind(service.workload()));
    if (service.workload() instanceof Workload.Run) {
      serving(service.serving(), all);
    }
    service.health().ifPresent(health -> all.put("health", health(health)));
    all.put("limits", service.limits().map(Values::limits).orElseGet(Map::of));
    all.put("variables", service.variables());
    all.put("secrets", secrets(service.secrets()));
    timeouts(service.timeouts(), all);
    all.put("after", service.after().stream().map(ServiceName::value).toList());
    return all;
  }

  private static String kind(Workload workload) {
    return switch (workload) {
      case Workload.Run _ -> "run";
      case Workload.Command _ -> "command";
      case Workload.External _ -> "external";
    };
  }

  private static void serving(Serving serving, Map<String, Object> all) {
    all.put("replicas", (long) serving.replicas());
    all.put("strategy", serving.strategy().word());
    all.put("traffic", serving.traffic().name().toLowerCase(Locale.ROOT));
    serving.port().ifPresent(port -> all.put("port", port.longValue()));
  }

  private static Map<String, Object> health(HealthCheck health) {
    return Map.of("path", health.path(), "within", health.within());
  }

  private static Map<String, Object> limits(Limits limits) {
    Map<String, Object> all = new TreeMap<>();
    limits.memoryMebibytes().ifPresent(most -> all.put("memory", most.longValue()));
    limits.openFiles().ifPresent(most -> all.put("open_files", most.longValue()));
    limits.processes().ifPresent(most -> all.put("processes", most.longValue()));
    return all;
  }

  private static Map<String, Object> job(Subject.Job job) {
    Map<String, Object> all = new TreeMap<>();
    all.put("name", job.name().value());
    all.put("when", job.time().name().toLowerCase(Locale.ROOT));
    all.put("irreversible", job.irreversible());
    all.put("variables", job.variables());
    all.put("secrets", secrets(job.secrets()));
    timeouts(job.timeouts(), all);
    return all;
  }

  private static void timeouts(Timeouts timeouts, Map<String, Object> all) {
    all.put("timeout", timeouts.total());
    all.put("no_output_timeout", timeouts.noOutput());
  }

  private static Map<String, Object> secrets(SortedMap<String, SecretReference> secrets) {
    Map<String, Object> all = new TreeMap<>();
    secrets.forEach((name, reference) -> all.put(name, secret(reference)));
    return all;
  }

  private static Map<String, Object> secret(SecretReference reference) {
    return switch (reference) {
      case SecretReference.File it -> secret("file", it.name().value(), it.version());
      case SecretReference.Variable it -> secret("variable", it.name(), Optional.empty());
      case SecretReference.Program it -> secret("program", it.secret().value(), it.version());
      case SecretReference.Sealed it ->
          secret("sealed", it.name().value(), Optional.of(it.version()));
      case SecretReference.Vault it -> secret("vault", it.path().value(), it.version());
      case SecretReference.Parameter it -> secret("parameter", it.name(), Optional.empty());
    };
  }

  private static Map<String, Object> secret(String from, String name, Optional<Integer> version) {
    Map<String, Object> all = new TreeMap<>();
    all.put("from", from);
    all.put("name", name);
    version.ifPresent(number -> all.put("version", number.longValue()));
    return all;
  }
}
