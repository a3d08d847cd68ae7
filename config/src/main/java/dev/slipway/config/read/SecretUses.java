package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.Nearest;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import java.util.List;
import java.util.stream.Stream;

/** Finds secrets of an application that a parameter says which is none, or no secret. */
final class SecretUses {

  private final List<ParameterDefinition> declared;
  private final Problems problems;

  private SecretUses(List<ParameterDefinition> declared, Problems problems) {
    this.declared = declared;
    this.problems = problems;
  }

  static void check(Node.Fields document, List<ParameterDefinition> declared, Problems problems) {
    SecretUses uses = new SecretUses(declared, problems);
    Stream.concat(
            Stream.of("services", "jobs").flatMap(key -> document.fields(key).stream()),
            document.fields("environments").stream().flatMap(part -> inner(part, "services")))
        .flatMap(owner -> inner(owner, "secrets"))
        .forEach(uses::check);
  }

  private static Stream<Node.Field> inner(Node.Field field, String key) {
    return field.value() instanceof Node.Fields fields
        ? fields.fields(key).stream()
        : Stream.empty();
  }

  private void check(Node.Field secret) {
    if (secret.value() instanceof Node.Fields keys) {
      keys.text("param").ifPresent(this::check);
    }
  }

  private void check(Node.Text name) {
    List<String> secrets =
        declared.stream()
            .filter(one -> one.type() instanceof ParameterType.Secret)
            .map(ParameterDefinition::name)
            .toList();
    boolean known = declared.stream().anyMatch(one -> one.name().equals(name.value()));
    if (!known) {
      problems.add(
          name.place(),
          "unknown-parameter",
          "There is no parameter %s under 'parameters'.".formatted(Excerpt.of(name.value())),
          Nearest.of(name.value(), secrets));
    } else if (!secrets.contains(name.value())) {
      problems.add(
          name.place(),
          "parameter-no-secret",
          "Parameter %s is not of type secret, and whatever it is would be no reference to one."
              .formatted(Excerpt.of(name.value())));
    }
  }
}
