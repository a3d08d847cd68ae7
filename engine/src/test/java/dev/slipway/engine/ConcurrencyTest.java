package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.ALICE;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.queue.Line;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutAdmitted;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many roll out in an environment at once, and who waits for whom. */
class ConcurrencyTest {

  private static final TargetId STAGING = target("staging", "local");

  private static final ActorId OWNER = new ActorId("olga");

  private final Given given = new Given();

  /** Applications by name, whose only environment lets so many roll out at once. */
  private void applications(int limit, String... names) {
    given.git.push(Fixtures.MAIN, sha(1));
    Stream.of(names).forEach(name -> given.when(Fixtures.apply(application(name))));
    given.agents("staging");
    given.when(Fixtures.apply(Fixtures.declared("staging", false).limitedTo(limit)));
  }

  private static ApplicationDefinition application(String name) {
    return new ApplicationDefinition(
        new ApplicationName(name),
        Optional.of(Fixtures.REPOSITORY),
        List.of(Fixtures.web("bin/web")),
        List.of(environment("staging")),
        List.of(),
        Optional.empty());
  }

  private static Placement at(String name) {
    return new Placement(new ApplicationName(name), environment("staging"));
  }

  private Then deploy(String name) {
    given.later(Duration.ofSeconds(1));
    return given.when(Fixtures.deploy(new ApplicationName(name), environment("staging"), "main"));
  }

  private Then ended(String name, Outcome outcome) {
    Slot slot = new Slot(STAGING, new ApplicationName(name));
    return given.whenReported(new Report.Ended(slot, given.fence(slot), outcome));
  }

  private Then converged(String name) {
    Slot slot = new Slot(STAGING, new ApplicationName(name));
    return ended(name, Converging.asOrdered(given.world(), slot));
  }

  private List<String> started(Then then) {
    return then.all(RolloutStarted.class).stream()
        .map(start -> start.delivery().placement().application().value())
        .toList();
  }

  private List<String> running() {
    return Line.of(given.world(), environment("staging")).running().stream()
        .map(id -> id.placement().application().value())
        .toList();
  }

  private Reason said(String name) {
    RolloutState head = given.world().deliveries().placement(at(name)).active().orElseThrow();
    return head.because().orElseThrow();
  }

  @Test
  void with_a_limit_of_one_three_applications_roll_out_one_at_a_time() {
    applications(1, "one", "two", "three");
    assertThat(started(deploy("one"))).containsExactly("one");
    assertThat(started(deploy("two"))).isEmpty();
    assertThat(started(deploy("three"))).isEmpty();
    assertThat(said("two").sentence())
        .isEqualTo("At most 1 at once may roll out in staging. Under way: one/staging#1.");
    assertThat(said("three").sentence()).contains("1 in line before it");
    assertThat(started(converged("one"))).containsExactly("two");
    assertThat(started(converged("two"))).containsExactly("three");
    assertThat(started(converged("three"))).isEmpty();
    assertThat(given.ledger())
        .extracting(Recorded::entry)
        .filteredOn(GuardrailJudged.class::isInstance)
        .extracting(entry -> ((GuardrailJudged) entry).because().sentence())
        .contains("staging has room for one rollout at a time.");
  }

  @Test
  void without_a_limit_nobody_waits_and_nothing_is_written_of_it() {
    given.git.push(Fixtures.MAIN, sha(1));
    Stream.of("one", "two").forEach(name -> given.when(Fixtures.apply(application(name))));
    deploy("one");
    Then then = deploy("two");
    assertThat(started(then)).containsExactly("two");
    assertThat(then.all(RolloutAdmitted.class)).isEmpty();
  }

  @Test
  void a_limit_of_two_lets_two_at_once_and_the_record_counts_them() {
    applications(2, "one", "two", "three");
    assertThat(deploy("one").one(RolloutAdmitted.class).running()).isEqualTo(1);
    RolloutAdmitted second = deploy("two").one(RolloutAdmitted.class);
    assertThat(second.running()).isEqualTo(2);
    assertThat(second.limit()).isEqualTo(2);
    assertThat(started(deploy("three"))).isEmpty();
    assertThat(running()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void an_application_that_ships_often_takes_nobodys_turn() {
    applications(1, "busy", "calm");
    deploy("busy");
    deploy("busy");
    deploy("calm");
    deploy("busy");
    assertThat(started(converged("busy"))).containsExactly("calm");
    assertThat(started(converged("calm"))).containsExactly("busy");
  }

  @Test
  void a_rollout_that_fails_or_is_cancelled_makes_room_for_the_next() {
    applications(1, "one", "two", "three");
    Stream.of("one", "two", "three").forEach(this::deploy);
    assertThat(started(ended("one", new Outcome.Failed(new Reason("exit-code", "It exited.")))))
        .containsExactly("two");
    given.when(new Command.Cancel(new DeliveryId(at("two"), 1)));
    assertThat(started(converged("two"))).containsExactly("three");
  }

  @Test
  void who_leaves_the_line_or_cannot_go_holds_nobody_up() {
    applications(1, "one", "two", "three", "four");
    Stream.of("one", "two", "three", "four").forEach(this::deploy);
    given.when(new Command.Cancel(new DeliveryId(at("two"), 1)));
    given.when(new Command.Pause(at("three"), new Remark("Lunch.")));
    assertThat(started(converged("one"))).containsExactly("four");
    converged("four");
    assertThat(started(given.when(new Command.Resume(at("three"), Optional.empty()))))
        .containsExactly("three");
  }

  @Test
  void a_higher_limit_lets_the_longest_waiting_go_at_once() {
    applications(1, "one", "two", "three", "four");
    Stream.of("one", "two", "three", "four").forEach(this::deploy);
    assertThat(
            started(given.when(Fixtures.apply(Fixtures.declared("staging", false).limitedTo(3)))))
        .containsExactly("two", "three");
    assertThat(started(given.when(Fixtures.apply(Fixtures.declared("staging", false)))))
        .containsExactly("four");
  }

  @Test
  void an_owner_lets_one_pass_and_that_is_in_the_ledger() {
    applications(1, "one", "two", "three");
    Stream.of("one", "two", "three").forEach(this::deploy);
    DeliveryId three = new DeliveryId(at("three"), 1);
    Command pass = new Command.PassLimit(three, Optional.of(new Remark("A fix.")));
    Scope staging = new Scope.OfEnvironment(environment("staging"));
    given.when(new Command.IssueToken(ALICE, Role.DEPLOYER, staging));
    given.when(ALICE, pass).refusedBecause("not-allowed");
    given.when(new Command.RevokeToken(ALICE));
    given.when(new Command.IssueToken(OWNER, Role.OWNER, staging));
    Then then = given.when(OWNER, pass);
    assertThat(started(then)).containsExactly("three");
    assertThat(then.one(LimitPassed.class).by()).isEqualTo(OWNER);
    assertThat(then.one(RolloutAdmitted.class).running()).isEqualTo(2);
    assertThat(then.entries()).extracting(Recorded::actor).containsOnly(OWNER);
    assertThat(started(converged("three"))).isEmpty();
    assertThat(started(converged("one"))).containsExactly("two");
  }

  @Test
  void only_what_waits_there_can_pass_and_only_once() {
    applications(1, "one", "two");
    deploy("one");
    given
        .when(new Command.PassLimit(new DeliveryId(at("one"), 1), Optional.empty()))
        .refusedBecause("not-waiting");
    given.when(Fixtures.apply(Fixtures.guarded("staging", Fixtures.approvals(1)).limitedTo(1)));
    deploy("two");
    Command pass = new Command.PassLimit(new DeliveryId(at("two"), 1), Optional.empty());
    assertThat(started(given.when(pass))).isEmpty();
    given.when(pass).nothingBecause("passed-already");
    given.when(Fixtures.apply(Fixtures.guarded("staging", Fixtures.approvals(1))));
    given.when(pass).nothingBecause("no-limit");
  }

  @Test
  void an_automatic_rollback_waits_for_nobody() {
    applications(1, "one", "two");
    given.when(Fixtures.apply(goingBack(2)));
    deploy("one");
    converged("one");
    given.git.push(Fixtures.MAIN, sha(2));
    deploy("one");
    deploy("two");
    given.when(Fixtures.apply(goingBack(1)));
    Then back = ended("one", new Outcome.Failed(new Reason("exit-code", "It exited.")));
    assertThat(started(back)).containsExactly("one");
    assertThat(back.one(RolloutAdmitted.class).running()).isEqualTo(2);
  }

  private static EnvironmentDefinition goingBack(int limit) {
    EnvironmentDefinition place = Fixtures.goingBack("staging");
    assertThat(place.onFailure()).contains(OnFailure.ROLLBACK);
    return place.limitedTo(limit);
  }

  @Test
  void the_printed_way_out_is_taken_and_gets_it_going() {
    applications(1, "one", "two");
    Stream.of("one", "two").forEach(this::deploy);
    Explanation why = Afresh.explain(given.world(), at("two"), given.now());
    assertThat(why.unmet()).extracting(Explanation.Unmet::what).containsExactly("concurrency");
    String line = why.unmet().getFirst().ways().getFirst().command();
    assertThat(started(given.when(Typed.command(line)))).containsExactly("two");
  }
}
