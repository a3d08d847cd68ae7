package dev.slipway.config.foreign;

import dev.slipway.config.text.Node;
import java.util.List;
import java.util.SequencedMap;

/** Reads how something is built: its variables are taken over, its commands named one by one. */
final class BuildSteps {

  private final Findings findings;
  private final Values values;
  private final SequencedMap<String, String> variables;

  BuildSteps(Findings findings, Values values, SequencedMap<String, String> variables) {
    this.findings = findings;
    this.values = values;
    this.variables = variables;
  }

  void read(Node.Fields root) {
    for (Node.Field field : root.fields()) {
      switch (field.name()) {
        case "version" -> findings.notNeeded(field.place(), "version", "It describes the file.");
        case "env" -> env(field);
        case "phases" -> phases(field);
        case "artifacts", "cache" ->
            findings.left(
                field.place(),
                field.name(),
                "What %s makes, it has to put in its place itself.".formatted(Draft.SCRIPT));
        default -> findings.unknown(field, field.name(), List.of("env", "phases", "artifacts"));
      }
    }
  }

  private void env(Node.Field env) {
    if (!(env.value() instanceof Node.Fields kinds)) {
      findings.left(env.place(), "env", "This has to be a mapping.");
      return;
    }
    for (Node.Field kind : kinds.fields()) {
      if (kind.name().equals("variables")) {
        values.variables(kind, "env.variables", "services.deploy.variables", variables);
      } else {
        findings.left(
            kind.place(),
            "env." + kind.name(),
            "Say under 'secrets' where the agent finds each of them.");
      }
    }
  }

  private void phases(Node.Field phases) {
    if (!(phases.value() instanceof Node.Fields named)) {
      findings.left(phases.place(), "phases", "This has to be a mapping.");
      return;
    }
    for (Node.Field phase : named.fields()) {
      List<Node> commands =
          phase.value() instanceof Node.Fields said ? said.items("commands") : List.of();
      if (commands.isEmpty()) {
        findings.left(phase.place(), "phases." + phase.name(), "It names no commands.");
      }
      for (Node command : commands) {
        findings.left(
            command.place(),
            "phases." + phase.name(),
            "Write this command into %s.".formatted(Draft.SCRIPT));
      }
    }
  }
}
