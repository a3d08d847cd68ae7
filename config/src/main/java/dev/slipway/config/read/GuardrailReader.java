package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.Role;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads what must hold before a delivery starts. */
final class GuardrailReader {

  private static final Duration EXPIRES = Duration.ofHours(24);

  private final Durations durations;
  private final ChecksReader checks;

  GuardrailReader(Problems problems) {
    this.durations = new Durations(problems);
    this.checks = new ChecksReader(problems);
  }

  /** What an environment asks for; absent when it asks for nothing. */
  Optional<GuardrailPolicy> read(Node.Fields environment) {
    return mapping(environment, "guardrails")
        .map(guardrails ->
            new GuardrailPolicy(
                mapping(guardrails, "approval").map(this::approval), checks.read(guardrails)))
        .filter(policy -> policy.approval().isPresent() || policy.checks().isPresent());
  }

  private ApprovalPolicy approval(Node.Fields approval) {
    return new ApprovalPolicy(
        text(approval, "of").filter(Formats.APPROVALS::admits).map(Integer::parseInt).orElse(1),
        text(approval, "role").flatMap(GuardrailReader::role).orElse(Role.APPROVER),
        text(approval, "self").filter("allowed"::equals).isPresent(),
        durations.read(approval, "expires", EXPIRES));
  }

  /** A word that is none of the choices was told as a problem before. */
  private static Optional<Role> role(String word) {
    return switch (word) {
      case "approver", "owner", "admin" -> Optional.of(Role.valueOf(word.toUpperCase(Locale.ROOT)));
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(Node.Fields fields, String key) {
    return fields.text(key).map(Node.Text::value);
  }

  private static Optional<Node.Fields> mapping(Node.Fields fields, String key) {
    return fields.get(key).filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
  }
}
