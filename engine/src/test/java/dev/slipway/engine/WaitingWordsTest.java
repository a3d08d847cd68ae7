package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.BERT;
import static dev.slipway.engine.Approving.ready;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.approvalsFrom;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.guardrail.Permit;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people read of what waits: why, until when, and the words that would help. */
class WaitingWordsTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Duration TIME = Duration.ofMinutes(90);
  private static final Scope EVERYTHING = new Scope.Everything();
  private static final Scope HERE = new Scope.OfEnvironment(environment("staging"));

  private static String said(Given given, String environment, GuardrailName guardrail) {
    return given
        .at(environment)
        .active()
        .flatMap(rollout -> rollout.gated().said(guardrail))
        .orElseThrow()
        .because()
        .sentence();
  }

  private static Explanation why(Given given, String environment) {
    return Afresh.explain(given.world(), Given.placement(environment), given.now());
  }

  private static void push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    given.whenHinted(MAIN);
  }

  private static Command deploy(String to, int commit) {
    return Fixtures.deploy(SHOP, environment(to), sha(commit).value());
  }

  /** What comes to production has to have been in force in staging for 90 minutes. */
  private static Given soaking() {
    Given given = PushTest.shopAdded();
    SoakPolicy soak = new SoakPolicy(Optional.of(environment("staging")), TIME);
    given.when(Fixtures.apply(Fixtures.guarded("production", GuardrailPolicy.NONE.with(soak))));
    push(given, 2);
    return given;
  }

  @Test
  void a_soak_says_since_when_and_until_when() {
    Given given = soaking();
    given.whenConverged(STAGING);
    assertThat(said(given, "production", GuardrailName.SOAK))
        .isEqualTo(
            "shop/staging#1 is in force without a failure since 2026-11-21T12:00:00Z; it has to be so for 1h30m, until 2026-11-21T13:30:00Z.");
    Then then = given.later(TIME).whenTicked("production");
    assertThat(then.all(GuardrailJudged.class))
        .extracting(judged -> judged.because().sentence())
        .containsExactly(
            "shop/staging#1 is in force without a failure since 2026-11-21T12:00:00Z; it had to be so for 1h30m.");
  }

  @Test
  void a_soak_says_what_is_missing_where_it_was_never_there() {
    Given given = soaking();
    given.when(deploy("production", 1));
    assertThat(said(given, "production", GuardrailName.SOAK))
        .isEqualTo("It has not been in force in staging, where it has to be for 1h30m first.");
    assertThat(why(given, "production").unmet().getFirst().ways())
        .extracting(Way::least, Way::who, Way::command)
        .containsExactly(
            tuple(
                Role.DEPLOYER,
                "Whoever may deploy to shop/staging",
                "slipway deploy shop --to staging --sha " + sha(1)));
  }

  @Test
  void a_soak_that_was_cut_short_or_rolled_back_says_how_it_is_delivered_all_the_same() {
    String allTheSame =
        "Should it be delivered all the same: slipway deploy shop --to staging --sha ";
    Given cut = soaking();
    cut.whenConverged(STAGING);
    push(cut, 3);
    cut.when(deploy("production", 2));
    Then shortly = cut.later(Duration.ofMinutes(1)).whenConverged(STAGING);
    assertThat(shortly.all(ShipmentStopped.class))
        .extracting(stopped -> stopped.because().sentence())
        .contains(
            "shop/staging#2 took the place of shop/staging#1 within its 1h30m there. "
                + allTheSame
                + sha(2));

    Given back = soaking();
    back.whenConverged(STAGING);
    back.when(lock(new Scope.OfEnvironment(environment("production")), Optional.empty()));
    push(back, 3);
    back.whenConverged(STAGING);
    back.when(
        new Command.Rollback(
            Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(back.whenConverged(STAGING).all(ShipmentStopped.class))
        .extracting(stopped -> stopped.because().sentence())
        .contains(
            "shop/staging#2 was rolled back to shop/staging#3; what was not good there does not start here. "
                + allTheSame
                + sha(3));
  }

  @Test
  void a_target_that_is_on_its_way_to_something_else_is_no_trouble_of_what_is_in_force() {
    Given given = soaking();
    given.whenConverged(STAGING);
    push(given, 3);
    Slot slot = new Slot(STAGING, SHOP);
    given.whenReported(
        new Report.Observed(
            slot, given.fence(slot), List.of(), true, new Reason("process-gone", "It is.")));
    assertThat(given.later(TIME).whenTicked("production").all(OrderIssued.class)).hasSize(1);
  }

  private static Command lock(Scope scope, Optional<Duration> lasts) {
    return new Command.SetLock(scope, new LockReason("Freeze."), Lock.Strength.HOLDS, lasts);
  }

  private static LockId id(Given given, Scope scope) {
    return given.world().locks().of(scope, given.now()).getFirst().id();
  }

  @Test
  void a_lock_says_why_and_how_long_it_holds_and_how_many_more_there_are() {
    Given given = PushTest.shopAdded();
    given.when(lock(HERE, Optional.empty()));
    push(given, 2);
    assertThat(said(given, "staging", GuardrailName.LOCK))
        .isEqualTo(
            "staging is locked (%s): Freeze. It holds until somebody releases it."
                .formatted(id(given, HERE)));
    given.when(lock(EVERYTHING, Optional.of(TIME)));
    assertThat(said(given, "staging", GuardrailName.LOCK)).endsWith("There are 2 locks in all.");
    given.when(new Command.ReleaseLock(id(given, HERE)));
    assertThat(said(given, "staging", GuardrailName.LOCK))
        .endsWith(
            "is locked (%s): Freeze. It ends by itself at 2026-11-21T13:30:00Z."
                .formatted(id(given, EVERYTHING)));
  }

  @Test
  void several_locks_end_with_the_last_of_them_and_one_that_has_no_end_leaves_none() {
    Given given = PushTest.shopAdded();
    given.when(lock(HERE, Optional.of(TIME)));
    given.when(lock(EVERYTHING, Optional.of(TIME.plusHours(1))));
    push(given, 2);
    assertThat(why(given, "staging").earliest()).contains(Fixtures.NOON.plus(TIME.plusHours(1)));
    assertThat(given.whenTicked("staging").decision().wakeAt())
        .containsEntry(Given.placement("staging"), Fixtures.NOON.plus(TIME));
    given.when(lock(new Scope.OfApplication(SHOP), Optional.empty()));
    assertThat(why(given, "staging").earliest()).isEmpty();
  }

  @Test
  void what_nobody_asks_for_any_more_is_not_left_standing_as_open() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.guarded("staging", approvals(1))));
    given.when(lock(HERE, Optional.empty()));
    push(given, 2);
    given.when(Fixtures.apply(Fixtures.declared("staging", false)));
    assertThat(given.at("staging").active().orElseThrow().gated().verdicts())
        .extractingByKey(GuardrailName.of(approvals(1)))
        .extracting(said -> said.because().code())
        .isEqualTo("not-asked-for");
  }

  @Test
  void as_many_people_as_are_asked_for_are_enough() {
    Given given = ready(approvalsFrom(2, "leads"));
    Approving.add(given, "leads", ANNA);
    push(given, 2);
    assertThat(why(given, "staging").unmet().getFirst().because().sentence())
        .isEqualTo("It has 0 of 2 approvals, and one person only belongs to leads.");
    Approving.add(given, "leads", BERT);
    assertThat(why(given, "staging").unmet().getFirst().because().sentence())
        .isEqualTo(
            "It has 0 of 2 approvals. Whoever belongs to leads and is approver there may approve it, but neither its authors nor who asked for it.");
    assertThat(why(given, "staging").unmet().getFirst().ways()).hasSize(1);
  }

  /** What a lock lets pass, and what the record says of it. */
  @Test
  void what_passes_a_lock_says_on_whose_word() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 2);
    given.whenConverged(STAGING);
    push(given, 3);
    given.when(lock(HERE, Optional.empty()));
    Then byItself =
        given.whenEnded(STAGING, new Outcome.Failed(new Reason("exit-code", "It exited.")));
    assertThat(byItself.one(GuardrailJudged.class).because().sentence())
        .isEqualTo(
            "staging is locked (%s), but not against an automatic rollback; only a total lock stops one."
                .formatted(id(given, HERE)));

    Given by = PushTest.shopAdded();
    push(by, 2);
    by.whenConverged(STAGING);
    push(by, 3);
    by.whenConverged(STAGING);
    by.when(lock(HERE, Optional.empty()));
    Then permitted =
        by.when(
            new Command.Rollback(
                Given.placement("staging"),
                Optional.empty(),
                Optional.of(new Permit(List.of(id(by, HERE)))),
                Optional.empty()));
    assertThat(permitted.one(GuardrailJudged.class).because().sentence())
        .isEqualTo(
            "staging is locked (%s), but slipway, who may, lets this rollback pass it."
                .formatted(id(by, HERE)));
  }
}
