package dev.slipway.engine;

import static dev.slipway.engine.Approving.push;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static dev.slipway.engine.Outside.OWNER;
import static dev.slipway.engine.Outside.SCHEMA;
import static dev.slipway.engine.Outside.declare;
import static dev.slipway.engine.Outside.needing;
import static dev.slipway.engine.Outside.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.ActorId;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A delivery waits for what lies outside, and whoever sees to that is asked once. */
class ResourceTest {

  private static final ActorId DORA = new ActorId("dora");

  private static boolean starts(Then then) {
    return then.all(OrderIssued.class).size() == 1;
  }

  private static List<OwnerAsked> asked(Given given) {
    return given.ledger().stream()
        .map(recorded -> recorded.entry())
        .filter(OwnerAsked.class::isInstance)
        .map(OwnerAsked.class::cast)
        .toList();
  }

  private static String because(Given given) {
    return given.at("staging").active().orElseThrow().because().orElseThrow().code();
  }

  @Test
  void a_delivery_waits_while_the_resource_is_at_1_and_goes_on_at_2() {
    Given given = Outside.needed();
    Then pushed = push(given, 2);
    assertThat(pushed.all(OrderIssued.class)).isEmpty();
    GuardrailJudged judged = pushed.one(GuardrailJudged.class);
    assertThat(judged.guardrail().value()).isEqualTo("resource orders-schema");
    assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(judged.because().sentence())
        .isEqualTo(
            "orders-schema is at 1 in staging, and it has to be at 2 or beyond. Its owner, orders-team, was asked for it.");
    assertThat(starts(given.when(tell("2")))).isTrue();
  }

  @Test
  void its_owner_is_asked_once_however_often_it_is_waited_for() {
    Given given = Outside.waiting();
    assertThat(asked(given))
        .containsExactly(
            new OwnerAsked(
                SCHEMA,
                new ResourceVersion("2"),
                OWNER,
                given.at("staging").active().orElseThrow().delivery().id()));
    given.whenTicked("staging");
    push(given, 3);
    given.when(tell("1.5"));
    assertThat(given.at("staging").active().orElseThrow().delivery().id().number()).isEqualTo(2);
    assertThat(asked(given)).hasSize(1);
  }

  @Test
  void it_is_not_asked_again_for_a_version_that_was_there_and_is_gone() {
    Given given = Outside.waiting();
    given.when(tell("2"));
    given.whenConverged(target("staging", "local"));
    given.when(tell("1"));
    push(given, 3);
    assertThat(because(given)).isEqualTo("resource-behind");
    assertThat(asked(given)).hasSize(1);
  }

  @Test
  void it_is_asked_for_each_version_and_environment_by_itself() {
    Given given = Outside.waiting();
    given.git.push(MAIN, sha(3), needing(Fixtures.shop(Fixtures.web("bin/web", "v3")), "3"));
    given.whenHinted(MAIN);
    assertThat(asked(given).stream().map(entry -> entry.wanted().value()))
        .containsExactly("2", "3");
  }

  @Test
  void nobody_is_asked_where_the_resource_is_at_the_version_already() {
    Given given = Outside.needed();
    given.when(tell("2.1"));
    assertThat(starts(push(given, 2))).isTrue();
    assertThat(asked(given)).isEmpty();
  }

  @Test
  void versions_are_compared_by_their_numbers() {
    Given given = Outside.waiting();
    given.when(tell("1.10"));
    assertThat(because(given)).isEqualTo("resource-behind");
    assertThat(starts(given.when(tell("10")))).isTrue();
  }

  @Test
  void what_is_said_of_an_environment_counts_there_only() {
    Given given = Outside.waiting();
    assertThat(starts(given.when(tell("2", "production")))).isFalse();
    assertThat(starts(given.when(tell("2", "staging")))).isTrue();
  }

  @Test
  void what_is_said_of_everywhere_counts_whatever_was_said_before() {
    Given given = Outside.needed();
    given.when(tell("3", "staging"));
    given.when(tell("1"));
    push(given, 2);
    assertThat(because(given)).isEqualTo("resource-behind");
  }

  @Test
  void what_nobody_declared_cannot_be_judged_until_somebody_does() {
    Given given = Outside.undeclared();
    assertThat(push(given, 2).one(GuardrailJudged.class).verdict())
        .isEqualTo(GuardrailVerdict.INCONCLUSIVE);
    given.when(declare());
    assertThat(because(given)).isEqualTo("resource-behind");
    assertThat(asked(given)).hasSize(1);
  }

  @Test
  void an_application_asks_for_itself_and_adds_to_what_the_environment_asks() {
    Given given = Outside.needed();
    given.git.push(MAIN, sha(2), needing(Fixtures.shop(Fixtures.web("bin/web", "v2")), "4"));
    given.whenHinted(MAIN);
    assertThat(starts(given.when(tell("2")))).isFalse();
    Explanation why = Afresh.explain(given.world(), Given.placement("staging"), given.now());
    assertThat(why.unmet().stream().map(Explanation.Unmet::what))
        .containsExactly("resource orders-schema asked by shop");
    assertThat(starts(given.when(tell("4")))).isTrue();
  }

  @Test
  void a_change_that_no_longer_asks_is_held_by_what_is_in_force() {
    Given given = PushTest.shopAdded();
    given.when(declare());
    given.when(tell("3"));
    given.git.push(MAIN, sha(2), needing(Fixtures.shop(Fixtures.web("bin/web", "v2")), "3"));
    given.whenHinted(MAIN);
    given.whenConverged(target("staging", "local"));
    given.when(tell("2"));
    push(given, 3);
    assertThat(because(given)).isEqualTo("resource-behind");
  }

  @Test
  void a_rollback_waits_for_nothing() {
    Given given = Outside.waiting();
    given.when(tell("2"));
    given.whenConverged(target("staging", "local"));
    push(given, 3);
    given.whenConverged(target("staging", "local"));
    given.when(tell("1"));
    Then back =
        given.when(
            new Command.Rollback(
                Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(starts(back)).isTrue();
  }

  @Test
  void force_passes_over_nothing_of_it() {
    Given given = Outside.waiting();
    Then forced =
        given.when(
            new Command.Deploy(
                Fixtures.SHOP,
                environment("staging"),
                Optional.of("main"),
                true,
                new TreeMap<>(),
                Optional.empty()));
    assertThat(starts(forced)).isFalse();
  }

  @Test
  void who_belongs_to_its_owner_says_at_which_version_it_is() {
    Given given = Outside.waiting();
    given.when(new Command.IssueToken(DORA, Role.VIEWER, new Scope.OfApplication(Fixtures.SHOP)));
    given.when(DORA, tell("2")).refusedBecause("not-allowed");
    given.git.linked(DORA, new ActorId("p-1"));
    Approving.add(given, OWNER.value(), new ActorId("p-1"));
    assertThat(starts(given.when(DORA, tell("2")))).isTrue();
  }

  @Test
  void a_reporter_says_so_where_its_role_reaches() {
    Given given = Outside.waiting();
    Scope staging = new Scope.OfEnvironment(environment("staging"));
    given.when(new Command.IssueToken(DORA, Role.REPORTER, staging));
    given.when(DORA, tell("2")).refusedBecause("not-allowed");
    given.when(DORA, tell("2", "production")).refusedBecause("not-allowed");
    assertThat(starts(given.when(DORA, tell("2", "staging")))).isTrue();
  }

  @Test
  void the_same_word_again_is_no_news() {
    Given given = Outside.waiting();
    given.when(tell("1.0")).nothingBecause("resource-told-before");
    assertThat(given.when(tell("1", "staging")).all(ResourceTold.class)).isEmpty();
    given
        .when(
            new Command.TellResource(
                new dev.slipway.model.ResourceName("nothing"),
                Optional.empty(),
                new ResourceVersion("1")))
        .refusedBecause("unknown-resource");
    given.when(tell("1", "nowhere")).refusedBecause("unknown-environment");
  }
}
