package dev.slipway.config.foreign;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An application as another system's files say it: one command, which runs once for each delivery.
 *
 * @param variables what is the same everywhere
 * @param parts what is so in single environments only, by their names
 * @param checks what has to be green before a delivery starts, in every environment
 * @param triggers each as it is written
 */
record Draft(
    String name,
    Optional<String> repository,
    String command,
    SequencedMap<String, String> variables,
    Optional<String> timeout,
    Optional<String> readTimeout,
    List<String> route,
    SequencedMap<String, SequencedMap<String, String>> parts,
    List<String> checks,
    List<String> triggers) {

  /** What a command is called with that cannot be taken as it is written. */
  static final String SCRIPT = "deploy.sh";

  static final String SCRIPT_CALL = "./" + SCRIPT + " {environment} {sha}";

  /** The document, as people write it. */
  String yaml() {
    var yaml = new StringBuilder("application: " + name + "\n");
    repository.ifPresent(url -> yaml.append("repository: ").append(Scalars.of(url)).append('\n'));
    yaml.append("services:\n  deploy:\n    command: ").append(Scalars.of(command)).append('\n');
    variables(yaml, variables, "    ");
    timeout.ifPresent(it -> yaml.append("    timeout: ").append(it).append('\n'));
    readTimeout.ifPresent(it -> yaml.append("    no_output_timeout: ").append(it).append('\n'));
    yaml.append("route: [").append(String.join(", ", route)).append("]\n");
    if (!parts.isEmpty()) {
      yaml.append("environments:\n");
      parts.forEach((environment, said) -> {
        yaml.append("  ").append(environment).append(":\n    services:\n      deploy:\n");
        variables(yaml, said, "        ");
      });
    }
    if (!triggers.isEmpty()) {
      yaml.append("triggers:\n");
      triggers.forEach(trigger -> yaml.append("  - ").append(trigger).append('\n'));
    }
    return yaml.toString();
  }

  private static void variables(
      StringBuilder yaml, SequencedMap<String, String> variables, String indent) {
    if (!variables.isEmpty()) {
      yaml.append(indent).append("variables:\n");
      variables.forEach((name, value) ->
          yaml.append(indent + "  " + name + ": " + Scalars.of(value)).append('\n'));
    }
  }

  /** What its environments ask for, a document for each; none where it asks for nothing. */
  List<String> environments() {
    return checks.isEmpty() ? List.of() : route.stream().map(this::environment).toList();
  }

  private String environment(String environment) {
    String names = String.join(", ", checks.stream().map(Scalars::of).toList());
    return "environment: %s\nguardrails: {checks: {required: [%s]}}\n"
        .formatted(environment, names);
  }
}
