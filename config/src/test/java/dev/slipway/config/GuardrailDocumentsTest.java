package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Role;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.Verification;
import dev.slipway.model.definition.Verification.Question;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an environment's guardrails mean. */
class GuardrailDocumentsTest {

  private static Optional<GuardrailPolicy> policy(String guardrails) {
    Compiled compiled =
        Documents.compile(
            "file.yaml", Bytes.ofUtf8("environment: production\n" + guardrails + "\n"));
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    return ((Document.OfEnvironment) ((Compiled.Valid) compiled).documents().getFirst())
        .definition()
        .guardrails();
  }

  private static ApprovalPolicy approval(String approval) {
    return approvals(approval).getFirst();
  }

  private static List<ApprovalPolicy> approvals(String approvals) {
    return policy("guardrails: {approval: " + approvals + "}").orElseThrow().approvals();
  }

  private static Optional<List<GroupName>> groups(String... names) {
    return Optional.of(Stream.of(names).map(GroupName::new).toList());
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

  @Test
  void approvals_can_be_asked_of_groups() {
    ApprovalPolicy ofBoth =
        new ApprovalPolicy(
            2, Role.APPROVER, false, Duration.ofHours(24), groups("security", "board"));
    assertThat(approval("{of: 2, from: [security, board]}")).isEqualTo(ofBoth);
    assertThat(approval("{from: security}")).isEqualTo(approval("{from: [security]}"));
    assertThat(approval("{from: security}").from()).isEqualTo(groups("security"));
  }

  @Test
  void several_rules_stand_side_by_side_and_one_alone_is_a_list_of_one() {
    assertThat(approvals("[{from: [security]}, {of: 2}, {role: owner}]"))
        .containsExactly(
            approval("{from: security}"), approval("{of: 2}"), approval("{role: owner}"));
    assertThat(policy("guardrails: {approval: [{of: 2}]}"))
        .isEqualTo(policy("guardrails: {approval: {of: 2}}"));
  }

  @Test
  void an_application_asks_for_approvals_by_environment() {
    assertThat(
            application(
                    """
                    guardrails:
                      production: {approval: [{from: shop-leads}, {of: 2}]}
                    """)
                .guardrails()
                .orElseThrow())
        .containsExactly(
            new ApplicationGuardrails(
                new EnvironmentName("production"), approvals("[{from: shop-leads}, {of: 2}]")));
    assertThat(application("guardrails: {production: {}}").guardrails()).isEmpty();
  }

  private static ApplicationDefinition application(String more) {
    Compiled compiled =
        Documents.compile(
            "file.yaml",
            Bytes.ofUtf8(
                """
                application: shop
                services: {web: {run: ./bin/web}}
                route: [staging, production]
                """
                    + more));
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    return ((Document.OfApplication) ((Compiled.Valid) compiled).documents().getFirst())
        .definition();
  }

  private static ChecksPolicy checks(String checks) {
    return policy("guardrails: {checks: " + checks + "}").orElseThrow().checks().orElseThrow();
  }

  private static List<CheckName> names(String... names) {
    return Stream.of(names).map(CheckName::new).toList();
  }

  @Test
  void checks_that_are_only_named_are_required_and_have_half_an_hour() {
    assertThat(checks("[ci/build, Unit tests (Java 25)]"))
        .isEqualTo(
            new ChecksPolicy(
                names("ci/build", "Unit tests (Java 25)"), List.of(), Duration.ofMinutes(30)));
    assertThat(checks("ci/build")).isEqualTo(checks("{required: [ci/build]}"));
  }

  @Test
  void everything_about_checks_can_be_told() {
    assertThat(checks("{required: ci/build, optional: [a, Build – fast], deadline: 1h}"))
        .isEqualTo(
            new ChecksPolicy(names("ci/build"), names("a", "Build – fast"), Duration.ofHours(1)));
  }

  @Test
  void a_soak_is_a_time_or_a_mapping_that_names_the_environment() {
    assertThat(policy("guardrails: {soak: 2h}").orElseThrow().soak())
        .contains(new SoakPolicy(Optional.empty(), Duration.ofHours(2)));
    assertThat(policy("guardrails: {soak: {in: staging, for: 30m}}").orElseThrow().soak())
        .contains(
            new SoakPolicy(Optional.of(new EnvironmentName("staging")), Duration.ofMinutes(30)));
  }

  @Test
  void a_bake_is_a_time() {
    assertThat(policy("guardrails: {bake: 5m}"))
        .contains(GuardrailPolicy.NONE.baking(Duration.ofMinutes(5)));
  }

  private static DeploymentPolicy deployment(String deployment) {
    return policy("guardrails: {deployment: " + deployment + "}")
        .flatMap(GuardrailPolicy::deployment)
        .orElseThrow();
  }

  @Test
  void github_is_asked_for_a_deployment_as_it_is_unless_told_otherwise() {
    assertThat(deployment("{}"))
        .isEqualTo(
            new DeploymentPolicy(
                Optional.empty(),
                Optional.of(List.of()),
                false,
                false,
                Production.BY_NAME,
                Duration.ofHours(1)));
    assertThat(deployment("{checks: none}")).isEqualTo(deployment("{}"));
    assertThat(policy("guardrails: {}")).isEmpty();
  }

  @Test
  void everything_about_a_deployment_can_be_told() {
    assertThat(
            deployment(
                "{checks: [ci/build], auto_merge: true, deadline: 2h, context: shop,"
                    + " transient: true, production: false}"))
        .isEqualTo(
            new DeploymentPolicy(
                Optional.of("shop"),
                Optional.of(names("ci/build")),
                true,
                true,
                Production.NO,
                Duration.ofHours(2)));
    assertThat(deployment("{checks: all}").checks()).isEmpty();
  }

  @Test
  void what_a_service_is_asked_has_an_expected_answer_a_pace_and_a_time() {
    Compiled compiled =
        Documents.compile(
            "file.yaml",
            Bytes.ofUtf8(
                """
                application: shop
                services:
                  web:
                    run: ./bin/web
                    verify:
                      - {http: /ready}
                      - {http: /, expect: 204, contains: ok, every: 1s, for: 30s}
                route: [staging]
                """));
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    assertThat(
            ((Document.OfApplication) ((Compiled.Valid) compiled).documents().getFirst())
                .definition()
                .services()
                .getFirst()
                .serving()
                .orElseThrow()
                .verification())
        .contains(
            new Verification(
                List.of(
                    new Question(
                        "/ready",
                        200,
                        Optional.empty(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10)),
                    new Question(
                        "/",
                        204,
                        Optional.of("ok"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30)))));
  }

  @Test
  void a_trigger_asks_for_checks_of_what_it_ships() {
    assertThat(
            application(
                    """
                    triggers:
                      - {on: push, branch: main, checks: [ci/build]}
                      - {on: tag, tag: v1}
                    """)
                .triggers()
                .stream()
                .map(TriggerDefinition::checks))
        .containsExactly(
            Optional.of(new ChecksPolicy(names("ci/build"), List.of(), Duration.ofMinutes(30))),
            Optional.empty());
  }
}
