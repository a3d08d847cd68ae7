package dev.slipway.engine.guardrail;

import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.environment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.ResourcePolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What two definitions ask for, taken together, loses nothing of either. */
class TogetherTest {

  private static final ApprovalPolicy ONE = Fixtures.approvals(1);
  private static final ApprovalPolicy TWO = Fixtures.approvals(2);
  private static final ResourcePolicy SCHEMA = resource("schema", "7");
  private static final ResourcePolicy QUEUE = resource("queue", "2");

  private static ResourcePolicy resource(String name, String version) {
    return new ResourcePolicy(new ResourceName(name), new ResourceVersion(version));
  }

  private static ApplicationGuardrails at(
      String environment, List<ApprovalPolicy> approvals, ResourcePolicy... resources) {
    return new ApplicationGuardrails(
        Fixtures.environment(environment),
        approvals,
        resources.length == 0 ? Optional.empty() : Optional.of(List.of(resources)));
  }

  private static Optional<List<ApplicationGuardrails>> asked(ApplicationGuardrails... all) {
    return Optional.of(List.of(all));
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of("nobody asks", Optional.empty(), Optional.empty(), Optional.empty()),
        Arguments.of("both ask for nothing", asked(), asked(), Optional.empty()),
        Arguments.of(
            "one asks",
            Optional.empty(),
            asked(at("staging", List.of(ONE))),
            asked(at("staging", List.of(ONE)))),
        Arguments.of(
            "in different places",
            asked(at("staging", List.of(ONE))),
            asked(at("production", List.of(TWO))),
            asked(at("production", List.of(TWO)), at("staging", List.of(ONE)))),
        Arguments.of(
            "for different things",
            asked(at("staging", List.of(ONE), SCHEMA)),
            asked(at("staging", List.of(TWO), QUEUE)),
            asked(at("staging", List.of(ONE, TWO), SCHEMA, QUEUE))),
        Arguments.of(
            "for the same",
            asked(at("staging", List.of(ONE), SCHEMA)),
            asked(at("staging", List.of(ONE), SCHEMA)),
            asked(at("staging", List.of(ONE), SCHEMA))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void everything_that_one_of_both_asks_for(
      String how,
      Optional<List<ApplicationGuardrails>> one,
      Optional<List<ApplicationGuardrails>> other,
      Optional<List<ApplicationGuardrails>> both) {
    assertThat(Together.of(one, other)).as(how).isEqualTo(both);
  }
}
