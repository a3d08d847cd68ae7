package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Role;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.ResourcePolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what must hold before a delivery starts, and before it settles. */
final class GuardrailReader {

  private static final Duration EXPIRES = Duration.ofHours(24);

  private final Problems problems;
  private final Durations durations;
  private final ChecksReader checks;
  private final ResourceReader resources;

  GuardrailReader(Problems problems) {
    this.problems = problems;
    this.durations = new Durations(problems);
    this.checks = new ChecksReader(problems);
    this.resources = new ResourceReader(problems);
  }

  /** What an environment asks for; absent when it asks for nothing. */
  Optional<GuardrailPolicy> read(EnvironmentName name, Node.Fields environment) {
    return mapping(environment, "guardrails")
        .map(guardrails ->
            new GuardrailPolicy(
                    Optional.empty(),
                    Optional.empty(),
                    checks.read(guardrails),
                    soak(name, guardrails),
                    durations.find(guardrails, "bake"),
                    resources.read(guardrails),
                    mapping(guardrails, "deployment")
                        .map(asked -> GitHubReader.asked(asked, durations)))
                .with(approvals(guardrails)))
        .filter(policy -> !policy.equals(GuardrailPolicy.NONE));
  }

  /** A time, which means the environment before this one, or a mapping. */
  private Optional<SoakPolicy> soak(EnvironmentName name, Node.Fields guardrails) {
    Optional<Node.Fields> full = mapping(guardrails, "soak");
    full.flatMap(soak -> soak.text("in"))
        .filter(in -> in.value().equals(name.value()))
        .ifPresent(in ->
            problems.add(
                in.place(),
                "soak-in-itself",
                "Nothing can be in force in '%s' before it starts there. Name another environment."
                    .formatted(name)));
    return full.isPresent()
        ? durations
            .find(full.orElseThrow(), "for")
            .map(time ->
                new SoakPolicy(text(full.orElseThrow(), "in").map(EnvironmentName::new), time))
        : durations.find(guardrails, "soak").map(time -> new SoakPolicy(Optional.empty(), time));
  }

  /** What an application asks for in the environments of its route; absent when it is nothing. */
  Optional<List<ApplicationGuardrails>> read(Node.Fields application, List<EnvironmentName> route) {
    List<ApplicationGuardrails> all = new ArrayList<>();
    for (Node.Field field : application.fields("guardrails")) {
      EnvironmentName environment = new EnvironmentName(field.name());
      OffRoute.tell(problems, field.place(), environment, route);
      if (field.value() instanceof Node.Fields guardrails) {
        List<ApprovalPolicy> approvals = approvals(guardrails);
        Optional<List<ResourcePolicy>> needed = resources.read(guardrails);
        if (!approvals.isEmpty() || needed.isPresent()) {
          all.add(new ApplicationGuardrails(environment, approvals, needed));
        }
      }
    }
    return Optional.of(all).filter(asked -> !asked.isEmpty()).map(List::copyOf);
  }

  /** One rule, or a list of them. */
  private List<ApprovalPolicy> approvals(Node.Fields guardrails) {
    List<Node> rules =
        mapping(guardrails, "approval")
            .map(one -> List.<Node>of(one))
            .orElseGet(() -> guardrails.items("approval"));
    List<ApprovalPolicy> read = new ArrayList<>();
    Set<GuardrailName> taken = new HashSet<>();
    for (Node rule : rules) {
      if (rule instanceof Node.Fields fields) {
        ApprovalPolicy policy = approval(fields);
        if (!taken.add(GuardrailName.of(policy))) {
          problems.add(
              rule.place(),
              "approval-twice",
              "Another rule asks the same people. Leave one of them out.");
        }
        read.add(policy);
      }
    }
    return read;
  }

  private ApprovalPolicy approval(Node.Fields approval) {
    return new ApprovalPolicy(
        text(approval, "of").filter(Formats.APPROVALS::admits).map(Integer::parseInt).orElse(1),
        text(approval, "role").flatMap(GuardrailReader::role).orElse(Role.APPROVER),
        text(approval, "self").filter("allowed"::equals).isPresent(),
        durations.read(approval, "expires", EXPIRES),
        groups(approval));
  }

  private Optional<List<GroupName>> groups(Node.Fields approval) {
    List<GroupName> groups = new ArrayList<>();
    for (Node.Text text : Texts.listOf(approval, "from")) {
      GroupName group = new GroupName(text.value());
      if (groups.contains(group)) {
        problems.add(
            text.place(),
            "group-twice",
            Excerpt.of(text.value()) + " is named twice. Leave one of them out.");
      } else {
        groups.add(group);
      }
    }
    return Optional.of(groups).filter(named -> !named.isEmpty()).map(List::copyOf);
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
