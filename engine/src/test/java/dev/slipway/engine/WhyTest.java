package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.guarded;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.engine.why.Explanation.Unmet;
import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.Lock.Strength;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever a rollout waits for: it is said what is missing, and whoever types the printed line in
 * the printed role makes it go on.
 */
class WhyTest {

  private static final Scope STAGING = new Scope.OfEnvironment(environment("staging"));
  private static final Reason LOST = new Reason("lost", "The machine went away.");

  private static final List<CheckName> BUILD = List.of(new CheckName("ci/build"));
  private static final ChecksPolicy REQUIRED =
      new ChecksPolicy(BUILD, List.of(), Duration.ofMinutes(30));
  private static final ChecksPolicy OPTIONAL =
      new ChecksPolicy(List.of(), BUILD, Duration.ofMinutes(30));

  private record Kind(String name, Supplier<Given> waiting) {}

  private static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("a locked organisation", () -> locked(new Scope.Everything(), Strength.HOLDS)),
        new Kind("a locked environment", () -> locked(STAGING, Strength.HOLDS)),
        new Kind(
            "a locked application", () -> locked(new Scope.OfApplication(SHOP), Strength.HOLDS)),
        new Kind(
            "a locked place",
            () -> locked(new Scope.OfPlacement(Given.placement("staging")), Strength.HOLDS)),
        new Kind("a total lock", () -> locked(STAGING, Strength.TOTAL)),
        new Kind("two locks", WhyTest::lockedTwice),
        new Kind("a resource that is behind", Outside::waiting),
        new Kind("an approval", () -> guardedBy(approvals(1))),
        new Kind("two approvals", () -> guardedBy(approvals(2))),
        new Kind(
            "an owner's approval",
            () -> guardedBy(new ApprovalPolicy(1, Role.OWNER, false, Duration.ofHours(1)))),
        new Kind("a member's approval", ApprovalWaits::ofAMember),
        new Kind("an approval of a group that nobody belongs to", ApprovalWaits::ofNobody),
        new Kind("an approval whose giver left the group", ApprovalWaits::left),
        new Kind("approvals by two rules", ApprovalWaits::byTwoRules),
        new Kind("an approval that the application asks for", ApprovalWaits::askedByTheShop),
        new Kind("an approval that lapsed", WhyTest::lapsed),
        new Kind("an approval whose giver lost the role", WhyTest::reopened),
        new Kind("a check that nobody reported", () -> checkedBy(REQUIRED)),
        new Kind("a check on its way", () -> reported(checkedBy(REQUIRED), CheckState.PENDING)),
        new Kind(
            "an optional check that is red",
            () -> reported(checkedBy(OPTIONAL), CheckState.FAILURE)),
        new Kind("a lock and an approval", WhyTest::lockedAndGuarded),
        new Kind("a paused place", WhyTest::paused),
        new Kind("a train behind a failure", TrainTest::standing),
        new Kind("a descendant of what was rolled back", WhyTest::held),
        new Kind("an outcome that nobody knows", WhyTest::unknown),
        new Kind("a silent target", WhyTest::silent),
        new Kind("a target without an agent", WhyTest::alone));
  }

  private static Given push(Given given) {
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "v2")));
    given.whenHinted(MAIN);
    return given;
  }

  private static Given lock(Given given, Scope scope, Strength strength) {
    given.when(new Command.SetLock(scope, new LockReason("Freeze."), strength, Optional.empty()));
    return given;
  }

  private static Given locked(Scope scope, Strength strength) {
    return push(lock(PushTest.shopAdded(), scope, strength));
  }

  private static Given lockedTwice() {
    return push(
        lock(
            lock(PushTest.shopAdded(), STAGING, Strength.HOLDS),
            new Scope.Everything(),
            Strength.HOLDS));
  }

  private static Given guardedBy(ApprovalPolicy policy) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(guarded("staging", policy)));
    return push(given);
  }

  private static Given checkedBy(ChecksPolicy policy) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.checked("staging", policy)));
    return push(given);
  }

  private static Given reported(Given given, CheckState state) {
    given.when(ChecksTest.report(2, "ci/build", state));
    return given;
  }

  private static Given lockedAndGuarded() {
    return lock(guardedBy(approvals(1)), STAGING, Strength.HOLDS);
  }

  private static Given approvedBehindALock() {
    Given given = lockedAndGuarded();
    ActorId approver = new ActorId("early");
    given.when(new Command.IssueToken(approver, Role.APPROVER, new Scope.Everything()));
    Delivery head = given.at("staging").active().orElseThrow().delivery();
    given.when(approver, new Command.Approve(head.id(), head.hash()));
    return given;
  }

  private static Given lapsed() {
    return approvedBehindALock().later(Duration.ofHours(24));
  }

  private static Given reopened() {
    Given given = approvedBehindALock();
    given.when(new Command.RevokeToken(new ActorId("early")));
    return given;
  }

  private static Given paused() {
    Given given = PushTest.shopAdded();
    given.when(new Command.Pause(Given.placement("staging"), new Remark("Lunch.")));
    return push(given);
  }

  private static Given held() {
    Given given = PushTest.shopAdded();
    for (int n = 2; n <= 3; n++) {
      given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
      given.whenHinted(MAIN);
      given.whenConverged(target("staging", "local"));
    }
    given.when(
        new Command.Rollback(
            Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    given.whenConverged(target("staging", "local"));
    given.git.push(MAIN, sha(4), Fixtures.shop(Fixtures.web("bin/web", "v4")));
    given.whenHinted(MAIN);
    return given;
  }

  private static Given unknown() {
    Given given = push(PushTest.shopAdded());
    given.whenEnded(target("staging", "local"), new Outcome.Unknown(LOST));
    return given;
  }

  private static Given silent() {
    Given given = push(PushTest.shopAdded()).later(Duration.ofMinutes(70));
    given.whenTicked("staging");
    return given;
  }

  private static Given alone() {
    Given given = new Given();
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    return push(given);
  }

  private static Explanation why(Given given) {
    return Afresh.explain(given.world(), Given.placement("staging"), given.now());
  }

  @TestFactory
  Stream<DynamicTest> the_printed_lines_typed_in_the_printed_roles_make_it_go_on() {
    assertThat(kinds()).hasSizeGreaterThanOrEqualTo(12);
    return kinds()
        .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> meet(kind.waiting().get())));
  }

  private static void meet(Given given) {
    Optional<RolloutState> before = given.at("staging").active();
    assertThat(why(given).unmet()).isNotEmpty();
    for (int person = 1; person <= 4; person++) {
      List<Unmet> unmet = why(given).unmet();
      if (moved(given, before)) {
        return;
      }
      assertThat(unmet).allSatisfy(one -> assertThat(one.ways()).isNotEmpty());
      type(given, unmet.getFirst().ways().getFirst(), person);
    }
    assertThat(moved(given, before)).isTrue();
  }

  private static void type(Given given, Way way, int person) {
    ActorId actor = new ActorId(way.least().name().toLowerCase(Locale.ROOT) + person);
    given.when(new Command.IssueToken(actor, way.least(), new Scope.Everything()));
    String line = way.command().replace("PERSON", "approver" + (person + 1));
    assertThat(given.when(actor, Typed.command(line)).settlement())
        .isInstanceOf(Settlement.Followed.class);
  }

  /** It started, ended, or is no longer held up by what held it up. */
  private static boolean moved(Given given, Optional<RolloutState> before) {
    Optional<RolloutState> active = given.at("staging").active();
    boolean same =
        active.map(RolloutState::phase).equals(before.map(RolloutState::phase))
            && active.flatMap(RolloutState::because).equals(before.flatMap(RolloutState::because));
    return !same && active.filter(RolloutState::isWaiting).isEmpty();
  }

  @Test
  void everything_that_is_missing_is_said_at_once_and_nothing_else() {
    assertThat(why(lockedAndGuarded()).unmet())
        .extracting(Unmet::what)
        .containsExactly("lock", "approval");
    assertThat(why(push(PushTest.shopAdded())).unmet())
        .extracting(one -> one.because().code())
        .containsExactly("members-answering");
    assertThat(why(PushTest.shopAdded()).unmet()).isEmpty();
  }

  @Test
  void an_unknown_outcome_can_be_settled_in_each_of_three_ways() {
    assertThat(why(unknown()).unmet().getFirst().ways())
        .extracting(Way::command)
        .containsExactly(
            "slipway settle shop/staging#1 --target local --succeeded",
            "slipway settle shop/staging#1 --target local --failed",
            "slipway settle shop/staging#1 --target local --rerun");
  }

  @Test
  void where_only_time_is_missing_it_says_until_when() {
    Given given = PushTest.shopAdded();
    given.when(
        new Command.SetLock(
            STAGING, new LockReason("Lunch"), Strength.HOLDS, Optional.of(Duration.ofHours(1))));
    Explanation timed = why(push(given));
    assertThat(timed.earliest()).contains(given.now().plus(Duration.ofHours(1)));
    assertThat(why(lockedAndGuarded()).earliest()).isEmpty();
  }

  @Test
  void it_is_decided_afresh_and_nothing_is_written() {
    Given given = PushTest.shopAdded();
    given.when(
        new Command.SetLock(
            STAGING, new LockReason("Lunch"), Strength.HOLDS, Optional.of(Duration.ofHours(1))));
    push(given);
    int entries = given.ledger().size();
    given.later(Duration.ofHours(1));
    assertThat(why(given).unmet()).isEmpty();
    assertThat(why(given).state().code()).isEqualTo("about-to-go-on");
    assertThat(given.ledger()).hasSize(entries);
  }
}
