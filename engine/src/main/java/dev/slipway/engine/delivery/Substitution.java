package dev.slipway.engine.delivery;

import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Workload;
import java.util.List;
import java.util.Map;

/**
 * Puts values into the words of commands, once: {@code {environment} {env} {sha} {prev_sha} {ref}
 * {params[name]}}. What was put in is not looked at again, and stays within its word. A parameter
 * that was not given is empty. {@code ${…}} belongs to the target and is left as it is, and so is
 * every name that is not one of these; config refuses those.
 */
final class Substitution {

  private static final String PARAMETER = "params[";

  private final Map<String, String> values;
  private final Map<String, String> parameters;

  Substitution(Map<String, String> values, Map<String, String> parameters) {
    this.values = Map.copyOf(values);
    this.parameters = Map.copyOf(parameters);
  }

  Workload in(Workload workload) {
    return switch (workload) {
      case Workload.Run run -> new Workload.Run(in(run.words()));
      case Workload.Command command ->
          new Workload.Command(in(command.words()), command.idempotent());
      case Workload.External external ->
          new Workload.External(in(external.fetch()), in(external.apply()));
    };
  }

  private List<Template> in(List<Template> words) {
    return words.stream().map(word -> new Template(in(word.text()))).toList();
  }

  String in(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      out.append(text, at, open);
      boolean targets = open > 0 && text.charAt(open - 1) == '$';
      String name = text.substring(open + 1, close);
      out.append(targets ? "{" + name + "}" : value(name));
      at = close + 1;
    }
    return out.append(text, at, text.length()).toString();
  }

  private String value(String name) {
    if (name.startsWith(PARAMETER) && name.endsWith("]")) {
      return parameters.getOrDefault(name.substring(PARAMETER.length(), name.length() - 1), "");
    }
    return values.getOrDefault(name, "{" + name + "}");
  }
}
