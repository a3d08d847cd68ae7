package dev.slipway.engine;

import static dev.slipway.engine.Supposing.PRODUCTION;
import static dev.slipway.engine.Supposing.ROLLOUT;
import static dev.slipway.engine.Supposing.STAGING;
import static dev.slipway.engine.Supposing.ask;
import static dev.slipway.engine.Supposing.deploy;
import static dev.slipway.engine.Supposing.document;
import static dev.slipway.engine.Supposing.row;
import static dev.slipway.engine.Supposing.ships;
import static dev.slipway.engine.Supposing.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.engine.whatif.Difference;
import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a span would have come to with other documents. */
class WhatIfTest {

  private static GuardrailPolicy soaking(Duration time) {
    return GuardrailPolicy.NONE.with(new SoakPolicy(Optional.empty(), time));
  }

  @Test
  void with_nothing_changed_everything_is_as_it_was() {
    Given given = shop();
    Instant since = given.now();
    ships(given, 2);
    given.when(deploy("production", 1));
    given.later(ROLLOUT).whenEnded(PRODUCTION, new Outcome.Failed(new Reason("no", "It died.")));
    given.when(
        new Command.SetLock(
            new Scope.OfApplication(Fixtures.SHOP),
            new LockReason("For the test."),
            Lock.Strength.HOLDS,
            Optional.empty()));
    Approving.push(given, 3);
    given.later(ROLLOUT);
    given.when(
        new Command.ReleaseLock(
            given.world().locksOn(Given.placement("staging"), given.now()).getFirst().id()));
    given.later(ROLLOUT).whenConverged(STAGING);

    WhatIf.Answer answer = ask(given, since);

    assertThat(answer.rows()).hasSize(5).allMatch(WhatIf.Row::faithful);
    assertThat(answer.rows())
        .extracting(WhatIf.Row::difference)
        .allMatch(Difference.Same.class::isInstance);
    assertThat(answer.whole()).isTrue();
  }

  @Test
  void what_checks_were_read_to_come_to_counts_as_it_did() {
    Given given = shop();
    CheckName build = new CheckName("ci/build");
    given.when(
        Fixtures.apply(
            Fixtures.checked(
                "staging", new ChecksPolicy(List.of(build), List.of(), Duration.ofHours(1)))));
    given.git.keepsChecks();
    Instant since = given.now();
    given.later(ROLLOUT);
    Approving.push(given, 2);
    given.git.check(
        Fixtures.sha(2),
        new Check(build, CheckState.SUCCESS, Optional.empty(), Optional.empty(), given.now()));
    given.later(Duration.ofMinutes(1)).whenTicked("staging");
    given.later(ROLLOUT).whenConverged(STAGING);
    given.later(ROLLOUT);

    WhatIf.Answer answer = ask(given, since);

    assertThat(answer.rows()).isNotEmpty().allMatch(WhatIf.Row::faithful);
    assertThat(row(answer, "staging", 2).difference()).isInstanceOf(Difference.Same.class);
  }

  @Test
  void what_soaks_would_have_been_delayed_by_the_soak() {
    Given given = shop();
    Instant since = given.now();
    ships(given, 2);
    given.later(Duration.ofHours(1));

    WhatIf.Answer answer =
        ask(
            given,
            since,
            document(Fixtures.guarded("production", soaking(Duration.ofMinutes(30)))));

    assertThat(row(answer, "staging", 2).difference()).isInstanceOf(Difference.Same.class);
    assertThat(row(answer, "production", 2).difference())
        .isInstanceOfSatisfying(
            Difference.Delayed.class,
            delayed -> {
              assertThat(delayed.by()).isEqualTo(Duration.ofMinutes(30));
              assertThat(delayed.guardrail()).contains(GuardrailName.SOAK);
            });
    assertThat(row(answer, "production", 2).would().stage()).isEqualTo(ShipmentStage.SETTLED);
    assertThat(answer.assumed()).extracting(Reason::code).contains("rollout-times-assumed");
  }

  @Test
  void what_would_still_soak_at_the_end_of_the_span_is_stopped_by_it() {
    Given given = shop();
    Instant since = given.now();
    ships(given, 2);

    WhatIf.Answer answer =
        ask(given, since, document(Fixtures.guarded("production", soaking(Duration.ofHours(3)))));

    assertThat(row(answer, "production", 2).difference())
        .isInstanceOfSatisfying(
            Difference.Stopped.class,
            stopped -> assertThat(stopped.by()).contains(GuardrailName.SOAK));
  }

  @Test
  void what_nobody_approved_would_have_been_stopped() {
    Given given = shop();
    Instant since = given.now();
    ships(given, 2);

    WhatIf.Answer answer =
        ask(given, since, document(Fixtures.guarded("staging", Fixtures.approvals(1))));

    assertThat(row(answer, "staging", 2).difference())
        .isInstanceOfSatisfying(
            Difference.Stopped.class,
            stopped -> assertThat(stopped.by()).contains(GuardrailName.APPROVAL));
    assertThat(row(answer, "production", 2).difference().because().code()).isEqualTo("not-so-far");
  }

  @Test
  void a_newer_one_would_have_superseded_what_soaks() {
    Given given = shop();
    Instant since = given.now();
    ships(given, 2);
    ships(given, 3);
    given.later(Duration.ofHours(1));

    WhatIf.Answer answer =
        ask(
            given,
            since,
            document(Fixtures.guarded("production", soaking(Duration.ofMinutes(30)))));

    assertThat(row(answer, "production", 2).difference()).isInstanceOf(Difference.Superseded.class);
    assertThat(row(answer, "production", 3).difference()).isInstanceOf(Difference.Delayed.class);
  }

  @Test
  void without_the_approval_that_was_asked_for_it_would_have_been_let_through_sooner() {
    Given given = Approving.ready(Fixtures.approvals(1)).later(Duration.ofHours(1));
    Instant since = given.now();
    Approving.push(given, 2);
    given.later(Duration.ofMinutes(40)).when(Approving.ANNA, Approving.approve(given));
    given.later(ROLLOUT).whenConverged(STAGING);

    WhatIf.Answer asked = ask(given, since);
    assertThat(row(asked, "staging", 2).difference()).isInstanceOf(Difference.Same.class);

    WhatIf.Answer answer = ask(given, since, document(Fixtures.declared("staging", false)));
    assertThat(row(answer, "staging", 2).difference())
        .isInstanceOfSatisfying(
            Difference.LetThrough.class,
            through -> assertThat(through.sooner()).contains(Duration.ofMinutes(40)));
  }

  @Test
  void two_approvals_instead_of_one_would_have_stopped_it() {
    Given given = Approving.ready(Fixtures.approvals(1)).later(Duration.ofHours(1));
    Instant since = given.now();
    Approving.push(given, 2);
    given.later(Duration.ofMinutes(40)).when(Approving.ANNA, Approving.approve(given));
    given.later(ROLLOUT).whenConverged(STAGING);

    WhatIf.Answer answer =
        ask(given, since, document(Fixtures.guarded("staging", Fixtures.approvals(2))));

    assertThat(row(answer, "staging", 2).difference()).isInstanceOf(Difference.Stopped.class);
    assertThat(answer.assumed()).extracting(Reason::code).contains("words-assumed");
  }

  @Test
  void what_rolls_out_when_the_span_begins_ends_as_it_did() {
    Given given = shop();
    Approving.push(given, 2);
    given.later(Duration.ofMinutes(1));
    Instant since = given.now();
    given.later(Duration.ofMinutes(1)).whenConverged(STAGING);

    WhatIf.Row row = row(ask(given, since), "staging", 2);

    assertThat(row.difference()).isInstanceOf(Difference.Same.class);
    assertThat(row.would().ended()).isEqualTo(row.really().ended());
  }

  @Test
  void a_change_within_the_span_to_what_is_supposed_does_not_count() {
    Given given = shop();
    Instant since = given.now();
    given.when(Fixtures.apply(Fixtures.guarded("staging", Fixtures.approvals(1))));
    Approving.push(given, 2);
    given.later(ROLLOUT);

    WhatIf.Answer answer = ask(given, since, document(Fixtures.declared("staging", false)));

    assertThat(row(answer, "staging", 2).difference()).isInstanceOf(Difference.LetThrough.class);
    assertThat(row(answer, "staging", 2).faithful()).isTrue();
  }

  @Test
  void what_bakes_would_have_ended_later() {
    Given given = shop();
    Instant since = given.now();
    ships(given, 2);
    given.later(Duration.ofHours(1));

    WhatIf.Answer answer =
        ask(
            given,
            since,
            document(
                Fixtures.guarded("staging", GuardrailPolicy.NONE.baking(Duration.ofMinutes(10)))));

    assertThat(row(answer, "staging", 2).difference())
        .isInstanceOfSatisfying(
            Difference.Delayed.class,
            delayed -> assertThat(delayed.by()).isGreaterThan(Duration.ofMinutes(9)));
  }
}
