package dev.slipway.config.foreign;

import dev.slipway.config.text.Node;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** Takes single values over, each as the reader of documents would judge it. */
final class Values {

  private static final int VARIABLES_MAX = 200;

  private final Findings findings;

  Values(Findings findings) {
    this.findings = findings;
  }

  /** The command, or the call of a script in the place of one that needs a shell. */
  Optional<String> command(Node.Field field, String there) {
    Optional<Node.Text> text = text(field, there);
    Optional<String> refusal = text.flatMap(it -> Probe.service("command", it.value()));
    if (text.isPresent() && refusal.isEmpty()) {
      findings.taken(field.place(), there, "services.deploy.command");
    }
    refusal.ifPresent(because ->
        findings.left(
            field.place(),
            there,
            because + " The document calls %s: write it.".formatted(Draft.SCRIPT)));
    return text.map(it -> refusal.isPresent() ? Draft.SCRIPT_CALL : it.value());
  }

  /** A text that is judged by somebody else. */
  Optional<String> text(
      Node.Field field, String there, String here, Function<String, Optional<String>> judge) {
    Optional<Node.Text> text = text(field, there);
    Optional<String> refusal = text.flatMap(it -> judge.apply(it.value()));
    if (text.isPresent() && refusal.isEmpty()) {
      findings.taken(field.place(), there, here);
    }
    refusal.ifPresent(because -> findings.left(field.place(), there, because));
    return text.map(Node.Text::value).filter(_ -> refusal.isEmpty());
  }

  /** A number of seconds. */
  Optional<String> seconds(Node.Field field, String there, String key) {
    return text(field, there, "services.deploy." + key, value -> Probe.service(key, value + "s"))
        .map(value -> value + "s");
  }

  /** Variables by name, as far as none of them looks like a secret. */
  void variables(Node.Field field, String there, String here, SequencedMap<String, String> taken) {
    if (!(field.value() instanceof Node.Fields named)) {
      findings.left(field.place(), there, "This has to be a mapping of variables by name.");
      return;
    }
    named.fields().forEach(one -> variable(one, one.name(), there + "." + one.name(), here, taken));
  }

  /** One variable, whose value is the field's. */
  void variable(
      Node.Field field,
      String name,
      String there,
      String here,
      SequencedMap<String, String> taken) {
    if (Probe.isSecret(name)) {
      findings.left(
          field.place(),
          there,
          "It looks like a secret, so its value is not taken over. Say under 'secrets' where the agent finds it.");
      return;
    }
    Optional<Node.Text> text = text(field, there);
    Optional<String> refusal = text.flatMap(it -> refusal(name, it.value(), taken));
    refusal.ifPresent(because -> findings.left(field.place(), there, because));
    if (text.isPresent() && refusal.isEmpty()) {
      findings.taken(field.place(), there, here + "." + name);
      taken.put(name, text.get().value());
    }
  }

  private static Optional<String> refusal(String name, String value, Map<String, String> taken) {
    if (taken.containsKey(name)) {
      return Optional.of("It is said a second time; the first counts.");
    }
    return taken.size() == VARIABLES_MAX
        ? Optional.of("There are more than %d variables.".formatted(VARIABLES_MAX))
        : Probe.variable(name, value);
  }

  private Optional<Node.Text> text(Node.Field field, String there) {
    if (field.value() instanceof Node.Text text && !text.isMissing()) {
      return Optional.of(text);
    }
    findings.left(field.place(), there, "It has no value that is a text.");
    return Optional.empty();
  }
}
