package dev.slipway.expr;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.JobName;
import dev.slipway.model.SecretName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Services that conditions are asked about. */
final class Subjects {

  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofMinutes(30), Duration.ofMinutes(5));

  private Subjects() {}

  /** A process in production that says everything but its port and how many files it opens. */
  static Subject web() {
    return with(Map.of("LOG", "debug", "TLS", "required"));
  }

  static Subject with(Map<String, String> variables) {
    return new Subject(
        new ApplicationName("shop"),
        new EnvironmentName("production"),
        new TreeMap<>(Map.of("region", "eu")),
        new Subject.Service(
            new ServiceName("web"),
            new Workload.Run(List.of(new Template("./bin/web"))),
            Optional.of(new HealthCheck("/healthz", Duration.ofSeconds(10))),
            new TreeMap<>(variables),
            secrets(),
            TIMEOUTS,
            new Serving(
                new StrategyDefinition.Recreate(), 3, Serving.Traffic.HTTP, Optional.empty()),
            Optional.of(new Limits(Optional.of(512), Optional.empty(), Optional.empty())),
            List.of(new ServiceName("db"))),
        List.of(
            new Subject.Job(
                new JobName("migrate"),
                JobTime.BEFORE,
                true,
                new TreeMap<>(),
                new TreeMap<>(),
                TIMEOUTS)));
  }

  /** A command, which has no instances. */
  static Subject command() {
    Subject web = web();
    Subject.Service service = web.service();
    return new Subject(
        web.application(),
        web.environment(),
        web.labels(),
        new Subject.Service(
            service.name(),
            new Workload.Command(List.of(new Template("./deploy")), false),
            Optional.empty(),
            service.variables(),
            service.secrets(),
            service.timeouts(),
            Serving.PLAIN,
            Optional.empty(),
            List.of()),
        web.jobs());
  }

  private static SortedMap<String, SecretReference> secrets() {
    return new TreeMap<>(
        Map.of(
            "PASSWORD",
            new SecretReference.File(new SecretName("db-password"), Optional.of(3)),
            "TOKEN",
            new SecretReference.Variable("TOKEN")));
  }
}
