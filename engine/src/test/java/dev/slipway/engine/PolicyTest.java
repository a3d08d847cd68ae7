package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.serving;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a policy says no to is not taken in, not shipped, and not started. */
class PolicyTest {

  private static final PolicyName TWO = new PolicyName("two");

  private static Command apply(String must) {
    return apply(must, "production");
  }

  private static Command apply(String must, String environment) {
    PolicyDefinition policy =
        new PolicyDefinition(
            TWO,
            new OwnerName("platform"),
            new Reach(List.of(), List.of(environment), List.of(), new TreeMap<>()),
            List.of(new PolicyRule(must, Optional.empty(), "Ask for two.", 6)));
    return new Command.Apply(List.of(new Document.OfPolicy(policy, digest(policy.toString()))));
  }

  private static ApplicationDefinition shop(int replicas) {
    return Fixtures.shop(
        Fixtures.served(
            Fixtures.web("bin/web"), serving(new StrategyDefinition.Recreate(), replicas)));
  }

  private static Given pushed(int replicas) {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), shop(replicas));
    given.whenHinted(MAIN);
    return given;
  }

  private static Given settled(int replicas) {
    Given given = pushed(replicas);
    given.whenConverged(target("staging", "local"));
    given.whenConverged(target("production", "local"));
    return given;
  }

  @Test
  void what_is_so_already_is_not_forbidden_by_surprise() {
    Given given = settled(1);

    Then then = given.when(apply("service.replicas >= 2"));

    then.refusedBecause("policy-violated");
    assertThat(then.settlement().because().sentence())
        .isEqualTo(
            "services.web of shop/production: Ask for two. So says policy/two line 6 (revision 1,"
                + " owner platform), by 'service.replicas >= 2'.");
    assertThat(given.world().declared().policies()).isEmpty();
  }

  @Test
  void a_commit_that_a_policy_says_no_to_defines_and_ships_nothing() {
    Given given = settled(3);
    given.when(apply("service.replicas >= 2")).one(PolicyDeclared.class);
    given.git.push(MAIN, sha(3), shop(1));

    Then then = given.whenHinted(MAIN);

    assertThat(then.all(ShipmentMade.class)).isEmpty();
    assertThat(then.all(ApplicationDefined.class)).isEmpty();
    assertThat(then.all(TriggerEvaluated.class))
        .allMatch(it -> it.verdict().because().code().equals("policy-violated"));
    given
        .when(Fixtures.deploy(SHOP, environment("production"), sha(3).value()))
        .refusedBecause("policy-violated");
  }

  @Test
  void what_cannot_be_judged_is_not_let_through() {
    Given given = settled(3);

    Then then = given.when(apply("service.limits.memory < 1024"));

    then.refusedBecause("policy-unclear");
    assertThat(then.settlement().because().sentence())
        .contains("policy/two line 6", "asks for something that nobody says");
  }

  /** The shipment was made before the policy, and its definition is not the newest any more. */
  private static Given waitingWithOne() {
    Given given = pushed(1);
    given.git.push(MAIN, sha(3), shop(2));
    given.whenHinted(MAIN);
    return given;
  }

  @Test
  void what_was_shipped_before_waits_at_the_start_and_goes_on_when_the_policy_changes() {
    Given given = waitingWithOne();
    given.when(apply("service.replicas >= 2")).one(PolicyDeclared.class);

    Then arrived = given.whenConverged(target("staging", "local"));

    assertThat(arrived.all(RolloutStarted.class))
        .noneMatch(it -> it.delivery().placement().environment().value().equals("production"));
    GuardrailJudged judged =
        arrived.all(GuardrailJudged.class).stream()
            .filter(it -> it.guardrail().value().equals("policy two"))
            .findFirst()
            .orElseThrow();
    assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(judged.policy()).contains(new PolicyRevision("policy two revision 1"));

    Then changed = given.when(apply("service.replicas >= 1"));

    assertThat(changed.all(GuardrailJudged.class))
        .extracting(GuardrailJudged::verdict)
        .containsExactly(GuardrailVerdict.PASS);
    assertThat(changed.all(RolloutStarted.class)).hasSize(1);
  }

  @Test
  void a_policy_that_is_again_what_it_was_is_asked_at_once() {
    Given given = waitingWithOne();
    given.when(apply("service.replicas >= 1"));
    given.when(apply("service.replicas >= 2"));
    given.whenConverged(target("staging", "local"));

    Then then = given.when(new Command.RevertPolicy(TWO, Optional.empty()));

    assertThat(then.one(PolicyDeclared.class).revision().restores()).contains(1);
    assertThat(then.all(RolloutStarted.class)).hasSize(1);
    given.when(new Command.RevertPolicy(TWO, Optional.of(9))).refusedBecause("unknown-revision");
    given
        .when(new Command.RevertPolicy(new PolicyName("other"), Optional.empty()))
        .refusedBecause("unknown-policy");
  }

  @Test
  void a_rollback_is_not_stopped_and_says_what_the_policy_says() {
    Given given = settled(1);
    given.git.push(MAIN, sha(3), shop(2));
    given.whenHinted(MAIN);
    given.whenConverged(target("staging", "local"));
    given.whenConverged(target("production", "local"));
    given.when(apply("service.replicas >= 2")).one(PolicyDeclared.class);

    Then back =
        given.when(
            new Command.Rollback(
                Given.placement("production"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

    assertThat(back.all(RolloutStarted.class)).hasSize(1);
    assertThat(back.all(GuardrailJudged.class))
        .anyMatch(it -> it.because().code().equals("rollback-passes-policy"));
  }

  @Test
  void a_policy_says_nothing_of_what_it_is_not_for() {
    Given given = settled(1);

    given.when(apply("service.replicas >= 2", "elsewhere")).one(PolicyDeclared.class);
    given.git.push(MAIN, sha(3), shop(1));

    assertThat(given.whenHinted(MAIN).all(ShipmentMade.class)).hasSize(1);
  }
}
