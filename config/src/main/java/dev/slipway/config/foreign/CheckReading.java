package dev.slipway.config.foreign;

import dev.slipway.config.text.Node;
import java.util.List;
import java.util.Optional;

/**
 * Reads which checks have to be green. Environments are shared, so what one of several applications
 * of a file asks for is not asked of the others.
 */
final class CheckReading {

  private static final int CHECKS_MAX = 20;

  private final Findings findings;
  private final List<String> checks;
  private final boolean isAlone;

  CheckReading(Findings findings, List<String> checks, boolean isAlone) {
    this.findings = findings;
    this.checks = checks;
    this.isAlone = isAlone;
  }

  void read(Node.Field field, String path) {
    if (!isAlone) {
      findings.left(
          field.place(),
          path,
          "Several applications share their environments. Name them under 'checks' of each trigger.");
      return;
    }
    List<Node> items = field.value() instanceof Node.Items(List<Node> all, var _) ? all : List.of();
    if (items.isEmpty()) {
      findings.left(field.place(), path, "This has to be a list of checks.");
    }
    for (Node item : items) {
      check(item, path);
    }
  }

  private void check(Node item, String path) {
    Optional<Node.Fields> config =
        Optional.of(item)
            .filter(Node.Fields.class::isInstance)
            .flatMap(it -> ((Node.Fields) it).get("config"))
            .filter(Node.Fields.class::isInstance)
            .map(Node.Fields.class::cast);
    List<Node> contexts = config.map(it -> it.items("contexts")).orElseGet(List::of);
    if (contexts.isEmpty()) {
      findings.left(
          item.place(),
          path,
          "It names no contexts. Name the checks under 'guardrails' of the environment; whatever GitHub"
              + " does not know, 'slipway check' reports.");
    }
    for (Node context : contexts) {
      context(context, path + ".config.contexts");
    }
  }

  private void context(Node context, String path) {
    Optional<String> name =
        Optional.of(context)
            .filter(Node.Text.class::isInstance)
            .map(it -> ((Node.Text) it).value())
            .filter(it -> Probe.check(it).isEmpty())
            .filter(it -> !checks.contains(it));
    if (name.isPresent() && checks.size() < CHECKS_MAX) {
      findings.taken(context.place(), path, "environment's guardrails.checks.required");
      checks.add(name.get());
    } else {
      findings.left(context.place(), path, "No check can be called so, or it is one too many.");
    }
  }
}
