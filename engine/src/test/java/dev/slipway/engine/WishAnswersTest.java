package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.ALICE;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.GroupName;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.StepContinued;
import dev.slipway.model.guardrail.CheckState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is answered to wishes at the edge of what can be wished. */
class WishAnswersTest {

  private static final TargetId A = target("staging", "a");
  private static final Placement AT = Given.placement("staging");

  private static Then told(CheckState state, Optional<Instant> at) {
    return PushTest.shopAdded().when(ChecksTest.report(1, "build", state, at));
  }

  @Test
  void a_reporters_clock_may_be_five_minutes_ahead_and_no_more() {
    Instant ahead = Fixtures.NOON.plus(Duration.ofMinutes(5));
    told(CheckState.SUCCESS, Optional.of(ahead)).then(CheckReported.class);
    told(CheckState.SUCCESS, Optional.of(ahead.plusMillis(1)))
        .refusedBecause("check-ahead-of-time");
  }

  @Test
  void a_word_without_a_time_is_the_latest_also_beside_one_whose_clock_is_ahead() {
    Given given = PushTest.shopAdded();
    Instant ahead = given.now().plusSeconds(60);
    given.when(ChecksTest.report(1, "build", CheckState.SUCCESS, Optional.of(ahead)));
    Then red = given.when(ChecksTest.report(1, "build", CheckState.FAILURE, Optional.empty()));
    assertThat(red.one(CheckReported.class).check().at()).isEqualTo(ahead.plusMillis(1));
    given.later(Duration.ofMinutes(2));
    Then green = given.when(ChecksTest.report(1, "build", CheckState.SUCCESS, Optional.empty()));
    assertThat(green.one(CheckReported.class).check().at()).isEqualTo(given.now());
  }

  @Test
  void slipway_itself_is_given_no_role_and_nobody_a_second_one() {
    Given given = new Given();
    Scope all = new Scope.Everything();
    given
        .when(new Command.IssueToken(ActorId.SLIPWAY, Role.ADMIN, all))
        .refusedBecause("token-exists");
    given.when(new Command.IssueToken(ALICE, Role.VIEWER, all));
    given.when(new Command.IssueToken(ALICE, Role.ADMIN, all)).refusedBecause("token-exists");
    given.when(new Command.RevokeToken(new ActorId("nobody"))).refusedBecause("unknown-token");
  }

  private static Command join(String group, int person) {
    return new Command.AddMember(new GroupName(group), new ActorId("p-" + person));
  }

  @Test
  void there_is_an_end_to_groups_and_to_who_belongs_to_one() {
    Given given = new Given();
    for (int n = 1; n <= 200; n++) {
      given.when(join("g" + n, n)).then(MemberAdded.class);
    }
    given.when(join("more", 1)).refusedBecause("too-many-groups");
    for (int n = 2; n <= 200; n++) {
      given.when(join("g1", n)).then(MemberAdded.class);
    }
    given.when(join("g1", 201)).refusedBecause("group-full");
    given.when(join("g1", 200)).nothingBecause("member-already");
    given
        .when(new Command.RemoveMember(new GroupName("g1"), new ActorId("p-201")))
        .refusedBecause("unknown-member");
  }

  private static Given asking() {
    Given given =
        Strategies.underWay(
            Fixtures.declared("staging", false), Strategies.canary(Stay.Otherwise.BACK), A);
    Strategies.converge(given);
    given.later(Strategies.TIME).whenTicked("staging");
    Strategies.converge(given);
    return given;
  }

  private static Command goOn(Given given, Optional<Integer> step) {
    return new Command.Continue(given.at("staging").active().orElseThrow().delivery().id(), step);
  }

  @Test
  void a_word_about_another_step_is_not_taken_for_this_one_and_one_word_is_enough() {
    Given given = asking();
    given.when(goOn(given, Optional.of(1))).refusedBecause("another-step");
    Approving.lockStaging(given);
    given.when(goOn(given, Optional.of(2))).one(StepContinued.class);
    given.when(goOn(given, Optional.of(2))).nothingBecause("continued-already");
  }

  @Test
  void what_is_led_back_waits_for_nobodys_word() {
    Given given = asking();
    Command goOn = goOn(given, Optional.empty());
    given.when(new Command.Cancel(given.at("staging").active().orElseThrow().delivery().id()));
    given.when(goOn).refusedBecause("nothing-to-decide");
  }

  @Test
  void only_who_is_silent_past_the_deadline_is_excluded() {
    TargetId b = target("staging", "b");
    Given given =
        Strategies.underWay(Fixtures.atOnce("staging"), new StrategyDefinition.Recreate(), A, b);
    DeliveryId id = given.at("staging").active().orElseThrow().delivery().id();
    given.when(new Command.Exclude(id, b.target())).refusedBecause("not-silent");
    given.when(new Command.Exclude(id, new TargetName("other"))).refusedBecause("not-a-member");
    given.when(new Command.PauseTarget(b, new Remark("It is being moved.")));
    given.when(new Command.Exclude(id, b.target())).one(MemberExcluded.class);
    given.when(new Command.Exclude(id, A.target())).refusedBecause("not-silent");
  }

  @Test
  void who_goes_back_is_told_behind_what_and_what_it_waits_for() {
    Given given = PushTest.shopAdded();
    TargetId local = target("staging", "local");
    for (int n = 2; n <= 4; n++) {
      Approving.push(given, n);
      given.whenConverged(local);
    }
    Approving.push(given, 5);
    given.when(new Command.Pause(AT, new Remark("Lunch.")));
    assertThat(
            given
                .when(new Command.Rollback(AT, Optional.of(1), Optional.empty(), Optional.empty()))
                .settlement()
                .because()
                .sentence())
        .isEqualTo(
            "Going back to the content of shop/staging#1 (0000000), behind #3 (0000000), #2 (0000000)."
                + " It waits for shop/staging#4 to end; slipway cancel shop/staging#4 ends it."
                + " It is paused; slipway resume shop/staging lets it go on.");
  }

  @Test
  void a_target_that_is_not_there_or_is_the_servers_own_is_left_alone() {
    Given given = PushTest.shopAdded();
    TargetId nowhere = target("staging", "nowhere");
    given
        .when(new Command.PauseTarget(nowhere, new Remark("Why?")))
        .refusedBecause("unknown-target");
    given.when(new Command.ResumeTarget(nowhere)).refusedBecause("unknown-target");
    given.when(new Command.RemoveTarget(nowhere)).refusedBecause("unknown-target");
    given.when(new Command.RemoveTarget(target("staging", "local"))).refusedBecause("target-local");
  }
}
