package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.JobName;
import dev.slipway.model.Nearest;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.Compatibility;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the jobs of an application. */
final class JobReader {

  private static final String VERSION = "{sha}";

  private final Problems problems;
  private final Durations durations;
  private final CommandLines commands;
  private final SecretsReader secrets;

  JobReader(Problems problems) {
    this.problems = problems;
    this.durations = new Durations(problems);
    this.commands = new CommandLines(problems);
    this.secrets = new SecretsReader(problems);
  }

  /**
   * The jobs in the order in which they are written.
   *
   * @param services the names that are taken: a job writes a log under its own, as services do
   */
  Optional<List<JobDefinition>> read(Node.Fields document, Set<String> services) {
    List<JobDefinition> jobs = new ArrayList<>();
    for (Node.Field field : document.fields("jobs")) {
      if (services.contains(field.name())) {
        problems.add(
            field.place(),
            "name-taken",
            Excerpt.of(field.name()) + " is the name of a service. Give the job another one.");
      }
      if (field.value() instanceof Node.Fields job) {
        read(new JobName(field.name()), job, services).ifPresent(jobs::add);
      }
    }
    return jobs.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(jobs));
  }

  private Optional<JobDefinition> read(JobName name, Node.Fields fields, Set<String> services) {
    boolean idempotent = isTrue(fields, "idempotent");
    String version = fields.text("version").map(Node.Text::value).orElse(VERSION);
    Timeouts timeouts =
        new Timeouts(
            durations.read(fields, "timeout", Timeouts.STANDARD.total()),
            durations.read(fields, "no_output_timeout", Timeouts.STANDARD.noOutput()));
    return fields
        .text("command")
        .flatMap(line -> commands.words(line, false))
        .map(words ->
            new JobDefinition(
                name,
                time(fields),
                new Workload.Command(words, idempotent),
                new Template(version),
                isTrue(fields, "irreversible"),
                Texts.of(fields, "variables"),
                timeouts,
                compatible(fields),
                secrets.read(fields),
                service(name, fields, services)));
  }

  private Optional<ServiceName> service(JobName name, Node.Fields fields, Set<String> services) {
    Optional<Node.Text> said = fields.text("service");
    said.filter(text -> !services.contains(text.value()))
        .ifPresent(text ->
            problems.add(
                text.place(),
                "unknown-service",
                "There is no service %s that %s could belong to."
                    .formatted(Excerpt.of(text.value()), name),
                Nearest.of(text.value(), services)));
    return said.map(Node.Text::value).filter(services::contains).map(ServiceName::new);
  }

  /** What can be taken back needs no such word. */
  private Optional<Compatibility> compatible(Node.Fields fields) {
    Optional<Node.Text> said = fields.text("compatible");
    if (!isTrue(fields, "irreversible")) {
      said.ifPresent(text ->
          problems.add(
              text.place(),
              "key-not-here",
              "'compatible' stands only beside 'irreversible: true'. Everything may come back"
                  + " without it."));
    }
    return said.filter(text -> text.value().equals("previous")).map(_ -> Compatibility.PREVIOUS);
  }

  private static boolean isTrue(Node.Fields fields, String key) {
    return fields.text(key).stream().anyMatch(Texts::isTrue);
  }

  private static JobTime time(Node.Fields fields) {
    return fields.text("when").map(Node.Text::value).filter("after"::equals).isPresent()
        ? JobTime.AFTER
        : JobTime.BEFORE;
  }
}
