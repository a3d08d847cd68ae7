package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads one service. */
final class ServiceReader {

  private static final List<String> OF_COMMANDS =
      List.of("no_output_timeout", "read_timeout", "idempotent");

  private final Problems problems;
  private final Durations durations;
  private final CommandLines commands;
  private final ServingReader serving;
  private final SecretsReader secrets;

  ServiceReader(Problems problems) {
    this.problems = problems;
    this.durations = new Durations(problems);
    this.commands = new CommandLines(problems);
    this.serving = new ServingReader(problems);
    this.secrets = new SecretsReader(problems);
  }

  Optional<ServiceDefinition> read(ServiceName name, Node.Fields fields) {
    Optional<Workload> workload = workload(fields);
    Optional<HealthCheck> health = health(fields);
    Timeouts timeouts = timeouts(fields);
    Optional<SortedMap<String, SecretReference>> references = secrets.read(fields);
    return workload
        .map(work ->
            switch (work) {
              case Workload.Run _ ->
                  new ServiceDefinition(
                      name,
                      work,
                      health,
                      Texts.of(fields, "variables"),
                      timeouts,
                      Optional.of(serving.serving(fields)),
                      serving.limits(fields));
              case Workload.Command _, Workload.External _ ->
                  new ServiceDefinition(
                      name, work, health, Texts.of(fields, "variables"), timeouts);
            })
        .map(service -> service.with(references).saying(SaidReader.of(fields)));
  }

  private Optional<Workload> workload(Node.Fields fields) {
    if (fields.field("run").isPresent()) {
      refuse(fields, "run", OF_COMMANDS, "a 'command'");
      return fields.text("run").flatMap(line -> commands.words(line, true)).map(Workload.Run::new);
    }
    if (fields.field("external").isPresent()) {
      refuse(fields, "external", OF_COMMANDS, "a 'command'");
      refuse(fields, "external", ServingReader.KEYS, "a 'run'");
      refuse(fields, "external", List.of("health"), "a 'run'");
      return fields.get("external").flatMap(this::external);
    }
    refuseWithCommand(fields);
    boolean idempotent = fields.text("idempotent").stream().anyMatch(Texts::isTrue);
    return fields
        .text("command")
        .flatMap(line -> commands.words(line, false))
        .map(words -> new Workload.Command(words, idempotent));
  }

  private Optional<Workload> external(Node node) {
    return switch (node) {
      case Node.Fields programs -> {
        Optional<List<Template>> fetch =
            programs.text("fetch").flatMap(line -> commands.words(line, false));
        Optional<List<Template>> apply =
            programs.text("apply").flatMap(line -> commands.words(line, false));
        yield fetch.flatMap(look -> apply.map(act -> new Workload.External(look, act)));
      }
      case Node.Text _, Node.Items _, Node.Refused _ -> Optional.empty();
    };
  }

  private void refuse(Node.Fields fields, String kind, List<String> keys, String theirs) {
    for (String key : keys) {
      fields
          .field(key)
          .ifPresent(field ->
              problems.add(
                  field.place(),
                  "key-not-here",
                  "'%s' is for %s; this service has '%s'. Remove it."
                      .formatted(key, theirs, kind)));
    }
  }

  private void refuseWithCommand(Node.Fields fields) {
    if (fields.field("command").isPresent()) {
      fields
          .field("health")
          .ifPresent(field ->
              problems.add(
                  field.place(),
                  "key-not-here",
                  "'health' is for a 'run'; a command is judged by its exit code. Remove it."));
      refuse(fields, "command", ServingReader.KEYS, "a 'run'");
    }
  }

  private Optional<HealthCheck> health(Node.Fields fields) {
    return fields
        .get("health")
        .flatMap(node ->
            switch (node) {
              case Node.Text path -> Optional.of(new HealthCheck(path.value(), HealthCheck.WITHIN));
              case Node.Fields check ->
                  check
                      .text("path")
                      .map(path ->
                          new HealthCheck(
                              path.value(), durations.read(check, "within", HealthCheck.WITHIN)));
              case Node.Items _, Node.Refused _ -> Optional.empty();
            });
  }

  private Timeouts timeouts(Node.Fields fields) {
    Optional<Node.Field> other = fields.field("read_timeout");
    if (fields.field("no_output_timeout").isPresent() && other.isPresent()) {
      problems.add(
          other.orElseThrow().place(),
          "keys-exclude-each-other",
          "'read_timeout' is another name for 'no_output_timeout'. Keep one.");
    }
    String noOutput = other.isPresent() ? "read_timeout" : "no_output_timeout";
    return new Timeouts(
        durations.read(fields, "timeout", Timeouts.STANDARD.total()),
        durations.read(fields, noOutput, Timeouts.STANDARD.noOutput()));
  }
}
