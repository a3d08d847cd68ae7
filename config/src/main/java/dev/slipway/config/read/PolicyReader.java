package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.expr.Condition;
import dev.slipway.expr.Mistake;
import dev.slipway.expr.Reading;
import dev.slipway.model.Nearest;
import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import java.util.List;
import java.util.Optional;

/** Reads a policy, and each of its conditions. */
final class PolicyReader {

  private final Problems problems;

  PolicyReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The definition; of use only when no problem was found.
   *
   * @param bytes how large the document is
   */
  Optional<PolicyDefinition> read(Node.Fields document, int bytes) {
    if (bytes > PolicyDefinition.BYTES_MAX) {
      problems.add(
          document.place(),
          "policy-too-large",
          "A policy may have at most 16 KiB. Split it into several.");
    }
    List<PolicyRule> rules =
        document.items("rules").stream()
            .filter(Node.Fields.class::isInstance)
            .map(Node.Fields.class::cast)
            .flatMap(rule -> rule(rule).stream())
            .toList();
    return document
        .text("policy")
        .flatMap(name ->
            document
                .text("owner")
                .map(owner ->
                    new PolicyDefinition(
                        new PolicyName(name.value()),
                        new OwnerName(owner.value()),
                        ReachReader.read(
                            document
                                .get("for")
                                .filter(Node.Fields.class::isInstance)
                                .map(Node.Fields.class::cast)),
                        rules)));
  }

  private Optional<PolicyRule> rule(Node.Fields rule) {
    Optional<Node.Text> must = rule.text("must");
    Optional<Node.Text> when = rule.text("when");
    must.ifPresent(this::check);
    when.ifPresent(this::check);
    return must.flatMap(condition ->
        rule.text("message")
            .map(message ->
                new PolicyRule(
                    condition.value(),
                    when.map(Node.Text::value),
                    message.value(),
                    condition.place().line())));
  }

  private void check(Node.Text condition) {
    switch (Condition.read(condition.value())) {
      case Reading.Sound _ -> {}
      case Reading.Mistaken(List<Mistake> mistakes) ->
          mistakes.forEach(mistake -> add(condition, mistake));
    }
  }

  private void add(Node.Text condition, Mistake mistake) {
    problems.add(
        place(condition, mistake),
        "invalid-condition",
        mistake.sentence(),
        mistake.unknown().flatMap(unknown -> Nearest.of(unknown.written(), unknown.known())));
  }

  /** Of what is written over several lines, the place where it begins. */
  private static Place place(Node.Text condition, Mistake mistake) {
    String text = condition.value();
    int column = Math.min(mistake.column() - 1, text.codePointCount(0, text.length()));
    return mistake.line() == 1
        ? condition.placeOf(text.offsetByCodePoints(0, column))
        : condition.place();
  }
}
