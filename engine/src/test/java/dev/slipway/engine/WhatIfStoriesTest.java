package dev.slipway.engine;

import static dev.slipway.engine.Supposing.ROLLOUT;
import static dev.slipway.engine.Supposing.STAGING;
import static dev.slipway.engine.Supposing.ask;
import static dev.slipway.engine.Supposing.document;
import static dev.slipway.engine.Supposing.row;
import static dev.slipway.engine.Supposing.ships;
import static dev.slipway.engine.Supposing.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.engine.whatif.Difference;
import dev.slipway.engine.whatif.Supposition;
import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Scope;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories that are replayed with nothing changed: each comes to what it really came to. */
class WhatIfStoriesTest {

  private static final Placement AT = Given.placement("staging");
  private static final Reason LOST = new Reason("lost", "The machine went away.");

  /** What happens in a span, to a shop of which commit 2 and 3 are in force everywhere. */
  interface Story {
    void happensTo(Given given);
  }

  private static Named<Story> story(String name, Story story) {
    return Named.of(name, story);
  }

  private static DeliveryId active(Given given) {
    return given.at("staging").active().orElseThrow().delivery().id();
  }

  private static Then rollback(Given given, Optional<Integer> to) {
    return given.when(new Command.Rollback(AT, to, Optional.empty(), Optional.empty()));
  }

  private static void settled(Given given, Verdict verdict) {
    Approving.push(given, 4);
    given.later(ROLLOUT).whenEnded(STAGING, new Outcome.Unknown(LOST));
    given.later(ROLLOUT);
    given.when(new Command.Settle(active(given), STAGING.target(), verdict));
  }

  private static void observed(Given given, boolean drifted) {
    Slot slot = new Slot(STAGING, Fixtures.SHOP);
    given.whenReported(new Report.Observed(slot, given.fence(slot), List.of(), drifted, LOST));
  }

  private static GuardrailPolicy soaking() {
    return GuardrailPolicy.NONE.with(new SoakPolicy(Optional.empty(), Duration.ofMinutes(10)));
  }

  private static Command lock() {
    return new Command.SetLock(
        new Scope.OfEnvironment(AT.environment()),
        new LockReason("Freeze."),
        Lock.Strength.HOLDS,
        Optional.of(Duration.ofMinutes(20)));
  }

  static Stream<Named<Story>> stories() {
    return Stream.of(
        story(
            "a rollout is cancelled",
            given -> {
              Approving.push(given, 4);
              given.later(ROLLOUT).when(new Command.Cancel(active(given)));
              given.later(ROLLOUT).whenConverged(STAGING);
            }),
        story(
            "what waits is cancelled by its shipment",
            given -> {
              given.when(lock());
              Approving.push(given, 4);
              ShipmentId waiting = given.at("staging").active().orElseThrow().delivery().shipment();
              given.later(ROLLOUT).when(new Command.CancelShipment(waiting));
            }),
        story(
            "somebody goes back to the one before",
            given -> {
              rollback(given, Optional.empty());
              given.later(ROLLOUT).whenConverged(STAGING);
            }),
        story(
            "somebody goes back by its number after more came",
            given -> {
              ships(given, 4);
              rollback(given, Optional.of(1));
              given.later(ROLLOUT).whenConverged(STAGING);
            }),
        story(
            "a descendant of what was rolled back waits",
            given -> {
              rollback(given, Optional.empty());
              given.later(ROLLOUT).whenConverged(STAGING);
              Approving.push(given, 4);
              given.later(ROLLOUT);
            }),
        story("somebody says that it succeeded", given -> settled(given, Verdict.SUCCEEDED)),
        story("somebody says that it failed", given -> settled(given, Verdict.FAILED)),
        story(
            "a lock ends by itself",
            given -> {
              given.when(lock());
              Approving.push(given, 4);
              given.later(Duration.ofMinutes(20)).whenTicked("staging");
              given.later(ROLLOUT).whenConverged(STAGING);
            }),
        story(
            "a commit without a usable definition is pushed",
            given -> {
              given.git.push(Fixtures.MAIN, Fixtures.sha(9));
              given.whenHinted(Fixtures.MAIN);
              given.later(ROLLOUT);
            }),
        story(
            "a branch goes away",
            given -> {
              given.git.delete(Fixtures.MAIN);
              given.whenHinted(Fixtures.MAIN);
              given.later(ROLLOUT);
            }),
        story(
            "an environment is declared anew within the span",
            given -> {
              given.when(Fixtures.apply(Fixtures.goingBack("staging")));
              Approving.push(given, 4);
              given.later(ROLLOUT).whenEnded(STAGING, new Outcome.Failed(LOST));
              given.later(ROLLOUT).whenConverged(STAGING);
            }),
        story(
            "what is in force drifts and is healed",
            given -> {
              observed(given, true);
              given.later(ROLLOUT);
              observed(given, false);
              given.later(ROLLOUT);
            }),
        story(
            "what soaks is disturbed by what was seen of it",
            given -> {
              given.when(Fixtures.apply(Fixtures.guarded("production", soaking())));
              Approving.push(given, 4);
              given.later(ROLLOUT).whenConverged(STAGING);
              given.later(ROLLOUT);
              observed(given, true);
              given.later(ROLLOUT);
              observed(given, false);
              given.later(Duration.ofMinutes(10)).whenTicked("production");
              given.later(ROLLOUT).whenConverged(Supposing.PRODUCTION);
            }),
        story(
            "it is paused and goes on",
            given -> {
              given.when(new Command.Pause(AT, new Remark("Lunch.")));
              Approving.push(given, 4);
              given.later(ROLLOUT).when(new Command.Resume(AT, Optional.empty()));
              given.later(ROLLOUT).whenConverged(STAGING);
            }));
  }

  private static Given inForce() {
    Given given = shop();
    ships(given, 2);
    ships(given, 3);
    return given.later(ROLLOUT);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void with_nothing_changed_it_comes_to_the_same(Story story) {
    Given given = inForce();
    Instant since = given.now();
    story.happensTo(given);
    WhatIf.Answer answer = ask(given, since);
    assertThat(answer.whole()).isTrue();
    assertThat(answer.rows())
        .allSatisfy(row -> {
          assertThat(row.faithful()).as(row.toString()).isTrue();
          assertThat(row.difference()).isInstanceOf(Difference.Same.class);
          assertThat(row.would().stage()).isEqualTo(row.really().stage());
        });
  }

  /** Approved or rejected, whatever else was asked for. */
  @Test
  void a_rejection_is_one_too_where_more_would_have_been_asked_for() {
    Given given = Approving.ready(Fixtures.approvals(1)).later(Duration.ofHours(1));
    Instant since = given.now();
    Approving.push(given, 2);
    given.later(ROLLOUT).when(Approving.BERT, Approving.reject(given));
    WhatIf.Answer answer =
        ask(given, since, document(Fixtures.guarded("staging", Fixtures.approvals(2))));
    assertThat(row(answer, "staging", 2).difference()).isInstanceOf(Difference.Same.class);
    assertThat(row(answer, "staging", 2).would().because().orElseThrow().code())
        .isEqualTo("rejected");
    assertThat(answer.assumed()).extracting(Reason::code).contains("words-assumed");
  }

  @Test
  void without_anybody_asked_a_rejection_would_have_come_too_late() {
    Given given = Approving.ready(Fixtures.approvals(1)).later(Duration.ofHours(1));
    Instant since = given.now();
    Approving.push(given, 2);
    given.later(ROLLOUT).when(Approving.BERT, Approving.reject(given));
    given.later(ROLLOUT);
    WhatIf.Answer answer = ask(given, since, document(Fixtures.declared("staging", false)));
    assertThat(row(answer, "staging", 2).difference()).isInstanceOf(Difference.LetThrough.class);
    assertThat(answer.assumed()).extracting(Reason::code).contains("rollout-never-happened");
  }

  @Test
  void a_target_that_is_only_supposed_to_be_there_gets_an_agent_and_converges() {
    Given given = inForce();
    Instant since = given.now();
    Approving.push(given, 4);
    given.later(ROLLOUT).whenConverged(STAGING);
    given.later(Duration.ofHours(1));
    TargetDefinition second =
        new TargetDefinition(Fixtures.target("staging", "second"), new TreeMap<>(), false);
    WhatIf.Answer answer =
        ask(given, since, new Document.OfTarget(second, Fixtures.digest("second")));
    assertThat(row(answer, "staging", 4).would().stage()).isEqualTo(ShipmentStage.SETTLED);
    assertThat(answer.assumed()).extracting(Reason::code).contains("agent-of-new-target");
  }

  @Test
  void a_target_of_no_environment_cannot_be_supposed_without_its_document() {
    Given given = shop();
    Document target =
        new Document.OfTarget(
            new TargetDefinition(Fixtures.target("qa", "one"), new TreeMap<>(), false),
            Fixtures.digest("one"));
    assertThat(new Supposition(List.of(target)).refusal(given.world()).orElseThrow().code())
        .isEqualTo("unknown-environment");
    assertThat(
            new Supposition(List.of(target, document(Fixtures.declared("qa", false))))
                .refusal(given.world()))
        .isEmpty();
    assertThat(
            new Supposition(List.of(document(Fixtures.declared("staging", false))))
                .refusal(given.world()))
        .isEmpty();
  }
}
