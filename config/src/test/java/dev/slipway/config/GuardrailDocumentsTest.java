package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.Role;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an environment's guardrails mean. */
class GuardrailDocumentsTest {

  private static Optional<GuardrailPolicy> policy(String guardrails) {
    Compiled compiled =
        Documents.compile(
            "file.yaml", Bytes.ofUtf8("environment: production\n" + guardrails + "\n"));
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    return ((Command.Document.OfEnvironment) ((Compiled.Valid) compiled).documents().getFirst())
        .definition()
        .guardrails();
  }

  private static ApprovalPolicy approval(String approval) {
    return policy("guardrails: {approval: " + approval + "}")
        .orElseThrow()
        .approval()
        .orElseThrow();
  }

  @Test
  void nothing_is_asked_for_unless_it_is_written() {
    assertThat(policy("")).isEmpty();
    assertThat(policy("guardrails: {}")).isEmpty();
  }

  @Test
  void an_approval_is_by_one_person_who_stands_apart_unless_told_otherwise() {
    assertThat(approval("{of: 1}"))
        .isEqualTo(new ApprovalPolicy(1, Role.APPROVER, false, Duration.ofHours(24)))
        .isEqualTo(approval("{self: refused}"));
  }

  @Test
  void everything_about_an_approval_can_be_told() {
    assertThat(approval("{of: 2, role: owner, self: allowed, expires: 8h}"))
        .isEqualTo(new ApprovalPolicy(2, Role.OWNER, true, Duration.ofHours(8)));
  }
}
