package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.Outlook.Finding;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What deploying a commit, or a document that is not pushed yet, would come to. */
class ForesightTest {

  private static final TargetId LOCAL = Fixtures.target("staging", "local");

  /** Commit 2 is in force in staging, and nothing is on its way. */
  private static Given delivered() {
    Given given = Approving.ready();
    Approving.push(given, 2);
    given.whenConverged(LOCAL);
    return given;
  }

  private static Outlook ahead(
      Given given, ApplicationName application, ApplicationDefinition... draft) {
    return Ahead.of(
        given,
        new Outlook.Wish(
            application,
            Optional.of("main"),
            Stream.of(draft).findFirst(),
            Optional.empty(),
            new TreeMap<>()));
  }

  private static Outlook.Stop staging(Given given, ApplicationDefinition... draft) {
    return ahead(given, Fixtures.SHOP, draft).stops().getFirst();
  }

  private static Finding.Deliverable deliverable(Outlook.Stop stop) {
    assertThat(stop.finding()).isInstanceOf(Finding.Deliverable.class);
    return (Finding.Deliverable) stop.finding();
  }

  private static List<String> services(Outlook.Stop stop) {
    return deliverable(stop).state().services().stream()
        .map(DesiredService::name)
        .map(name -> name.value())
        .toList();
  }

  @Test
  void every_environment_of_the_route_is_told_of_with_what_holds_there() {
    Given given = delivered();
    given.git.push(MAIN, sha(3), Fixtures.shop(Fixtures.web("bin/web", "v3")));
    Outlook outlook = ahead(given, Fixtures.SHOP);
    assertThat(outlook.stops())
        .extracting(
            stop -> stop.at().environment().value(),
            stop -> stop.inForce().map(held -> held.change().sha()),
            stop -> deliverable(stop).change().sha())
        .containsExactly(
            tuple("staging", Optional.of(sha(2)), sha(3)),
            tuple("production", Optional.empty(), sha(3)));
    assertThat(outlook.stops().getFirst().targets()).containsExactly(LOCAL.target());
    assertThat(deliverable(outlook.stops().getFirst()).destroys()).isEmpty();
  }

  @Test
  void it_comes_to_the_state_that_a_deploy_makes() {
    Given given = delivered();
    given.git.push(MAIN, sha(3), Fixtures.shop(Fixtures.web("bin/web", "v3")));
    Finding.Deliverable seen = deliverable(staging(given));
    given.when(Fixtures.deploy(Fixtures.SHOP, Fixtures.environment("staging"), "main"));
    assertThat(given.at("staging").active().orElseThrow().delivery().state())
        .isEqualTo(seen.state());
  }

  @Test
  void a_document_that_is_not_pushed_takes_the_place_of_the_commits() {
    Given given = delivered();
    Outlook.Stop stop =
        staging(
            given,
            Fixtures.shop(Fixtures.web("bin/web", "v2"), Fixtures.command("worker", "bin/worker")));
    assertThat(services(stop)).containsExactly("web", "worker");
    assertThat(services(staging(given))).containsExactly("web");
  }

  @Test
  void what_a_guardrail_would_say_is_told_and_nobody_is_asked() {
    Given given = Approving.ready(Fixtures.approvals(1));
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "v2")));
    assertThat(deliverable(staging(given)).verdicts())
        .filteredOn(said -> said.verdict() != GuardrailVerdict.PASS)
        .extracting(said -> said.guardrail().value())
        .containsExactly("approval");
    assertThat(deliverable(staging(delivered())).verdicts())
        .extracting(Outlook.Verdict::verdict)
        .doesNotContain(GuardrailVerdict.PENDING, GuardrailVerdict.FAIL);
  }

  @Test
  void what_could_not_be_had_back_is_told() {
    Given given = delivered();
    Outlook.Stop stop =
        staging(
            given,
            Fixtures.with(
                Fixtures.shop(Fixtures.command("worker", "bin/worker")),
                Fixtures.job("migrate", JobTime.BEFORE, "42", true),
                Fixtures.job("warm", JobTime.AFTER, "1", false)));
    assertThat(deliverable(stop).destroys())
        .extracting(Reason::code)
        .containsExactly("service-removed", "job-irreversible");
  }

  @Test
  void whom_it_would_wait_for_is_told() {
    Given given = delivered();
    assertThat(deliverable(staging(given)).behind()).isEmpty();
    Approving.push(given, 3);
    assertThat(deliverable(staging(given)).behind().map(Reason::sentence))
        .contains("shop/staging#2 has not ended; it would wait for that.");
  }

  @Test
  void why_it_would_not_be_taken_is_told_for_each_environment() {
    Given given = delivered();
    ApplicationDefinition another =
        new ApplicationDefinition(
            new ApplicationName("another"),
            Optional.of(Fixtures.REPOSITORY),
            List.of(Fixtures.web("bin/web")),
            List.of(Fixtures.environment("staging")),
            List.of(),
            Optional.empty());
    given.git.push(MAIN, sha(4), another);
    assertThat(staging(given).finding()).isInstanceOf(Finding.Refused.class);
    assertThat(((Finding.Refused) staging(given).finding()).because())
        .extracting(Reason::sentence)
        .containsExactly("The commit defines another, not shop.");
  }

  @Test
  void every_reason_is_told_and_of_very_many_how_many_more() {
    Given given = PushTest.shopAdded();
    given.when(says("loud", 2));
    given.git.push(
        MAIN,
        sha(4),
        Fixtures.shop(
            Fixtures.served(
                Fixtures.web("bin/web"), Fixtures.serving(new StrategyDefinition.Recreate(), 7))));
    Finding.Refused few = refused(given);
    assertThat(few.because()).extracting(Reason::code).containsOnly("policy-violated").hasSize(2);
    assertThat(few.because().getFirst().sentence()).contains("Rule 1.").doesNotContain("once more");
    assertThat(few.more()).isZero();

    given.when(says("louder", 20));
    Finding.Refused many = refused(given);
    assertThat(many.because()).hasSize(Finding.Refused.TOLD_MAX);
    assertThat(many.more()).isEqualTo(2);
  }

  private static Finding.Refused refused(Given given) {
    return (Finding.Refused) ahead(given, Fixtures.SHOP).stops().getFirst().finding();
  }

  /** So many rules that what is defined now keeps, and what is to come does not. */
  private static Command says(String name, int rules) {
    PolicyDefinition policy =
        new PolicyDefinition(
            new PolicyName(name),
            new OwnerName("platform"),
            new Reach(List.of(), List.of("staging"), List.of(), new TreeMap<>()),
            IntStream.rangeClosed(1, rules)
                .mapToObj(rule ->
                    new PolicyRule(
                        "service.replicas < 5", Optional.empty(), "Rule %d.".formatted(rule), rule))
                .toList());
    return new Command.Apply(
        List.of(new Document.OfPolicy(policy, Fixtures.digest(policy.toString()))));
  }

  @Test
  void of_an_application_that_nobody_knows_nothing_is_told() {
    assertThat(ahead(delivered(), new ApplicationName("nobody")).stops()).isEmpty();
  }
}
