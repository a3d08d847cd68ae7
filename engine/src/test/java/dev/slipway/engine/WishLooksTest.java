package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.CARL;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.approvalsFrom;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A word that may let something go on has that looked at, and nothing else: whatever is looked at
 * guards the decision.
 */
class WishLooksTest {

  private static final ApplicationName OTHER = new ApplicationName("other");
  private static final Placement STAGING = Given.placement("staging");
  private static final Placement PRODUCTION = Given.placement("production");
  private static final Placement ELSEWHERE = new Placement(OTHER, STAGING.environment());
  private static final ResourceName SCHEMA = new ResourceName("schema");
  private static final ActorId LATE = new ActorId("late");

  /**
   * Commit 2 waits in staging for two approvals, of which Anna gave one; commit 1 waits in
   * production for somebody of a group, and another application in staging for a lock.
   */
  private static Given waiting() {
    Given given = Approving.waiting(approvals(2));
    given.when(ANNA, approve(given));
    given.when(Fixtures.apply(Fixtures.guarded("production", approvalsFrom(1, "leads"))));
    given.when(
        Fixtures.apply(
            new ApplicationDefinition(
                OTHER,
                Optional.of(Fixtures.REPOSITORY),
                List.of(Fixtures.web("bin/other")),
                List.of(STAGING.environment()),
                List.of(),
                Optional.empty())));
    given.when(lock(new Scope.OfApplication(OTHER)));
    deploy(given, OTHER, "staging");
    deploy(given, SHOP, "production");
    given.when(
        new Command.Apply(
            List.of(
                new Document.OfResource(
                    new ResourceDefinition(SCHEMA, new GroupName("data"), Optional.empty()),
                    digest("schema")))));
    return given;
  }

  private static void deploy(Given given, ApplicationName name, String to) {
    given.when(Fixtures.deploy(name, environment(to), sha(1).value()));
  }

  private static Command lock(Scope scope) {
    return new Command.SetLock(
        scope, new LockReason("For the test."), Lock.Strength.HOLDS, Optional.empty());
  }

  private static Command told(Optional<EnvironmentName> environment) {
    return new Command.TellResource(SCHEMA, environment, new ResourceVersion("2"));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(ChecksTest.report(2, "build", CheckState.SUCCESS), Set.of(STAGING)),
        Arguments.of(ChecksTest.report(1, "build", CheckState.SUCCESS), Set.of(PRODUCTION)),
        Arguments.of(ChecksTest.report(9, "build", CheckState.SUCCESS), Set.of()),
        Arguments.of(told(Optional.of(PRODUCTION.environment())), Set.of(PRODUCTION)),
        Arguments.of(told(Optional.empty()), Set.of(STAGING, PRODUCTION, ELSEWHERE)),
        Arguments.of(
            lock(new Scope.OfEnvironment(STAGING.environment())), Set.of(STAGING, ELSEWHERE)),
        Arguments.of(lock(new Scope.OfPlacement(PRODUCTION)), Set.of(PRODUCTION)),
        Arguments.of(lock(new Scope.OfApplication(SHOP)), Set.of(STAGING, PRODUCTION)),
        Arguments.of(new Command.RevokeToken(ANNA), Set.of(STAGING)),
        Arguments.of(new Command.RevokeToken(CARL), Set.of()),
        Arguments.of(
            new Command.IssueToken(LATE, Role.APPROVER, new Scope.Everything()), Set.of()));
  }

  @ParameterizedTest
  @MethodSource("words")
  void what_it_may_let_go_on_is_looked_at(Command word, Set<Placement> looked) {
    Then then = waiting().when(word);
    assertThat(
            Stream.of(STAGING, PRODUCTION, ELSEWHERE)
                .filter(
                    at -> then.decision().guards().containsKey(StreamKey.of(Organisation.MAIN, at)))
                .collect(Collectors.toSet()))
        .isEqualTo(looked);
  }
}
