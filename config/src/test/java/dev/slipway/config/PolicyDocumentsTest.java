package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.command.Document;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What policies mean. */
class PolicyDocumentsTest {

  @Test
  void a_policy_has_its_rules_with_the_line_of_each() {
    Compiled compiled = Documents.compile("file.yaml", Samples.bytes("valid/policy.yaml"));

    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    assertThat(
            ((Document.OfPolicy) ((Compiled.Valid) compiled).documents().getFirst()).definition())
        .isEqualTo(
            new PolicyDefinition(
                new PolicyName("no-debug"),
                new OwnerName("security"),
                new Reach(
                    List.of(), List.of("prod*"), List.of(), new TreeMap<>(Map.of("region", "eu"))),
                List.of(
                    new PolicyRule(
                        "!('DEBUG' in service.variables)",
                        Optional.empty(),
                        "Nothing is debugged where customers are.",
                        7),
                    new PolicyRule(
                        "has(service.limits.memory) && service.limits.memory <= 2048",
                        Optional.of("service.kind == 'run'"),
                        "Say how much memory it may use, at most 2g.",
                        9))));
  }

  @Test
  void a_policy_has_a_size_and_a_condition_has_one_too() {
    String rule = "  - {must: \"true\", message: %s}\n".formatted("x".repeat(290));
    String large =
        "policy: large\nowner: security\nrules:\n" + rule.repeat(19) + "#".repeat(16 * 1024) + "\n";
    String lengthy =
        "policy: long\nowner: security\nrules:\n  - {must: '%s', message: No.}\n"
            .formatted("true || ".repeat(200) + "true");

    assertThat(Samples.problems(Documents.compile("file.yaml", Bytes.ofUtf8(large))))
        .contains("policy-too-large");
    assertThat(Samples.problems(Documents.compile("file.yaml", Bytes.ofUtf8(lengthy))))
        .contains("invalid-condition");
  }
}
