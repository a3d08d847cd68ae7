package dev.slipway.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.fold.Gated;
import dev.slipway.engine.fold.Itinerary;
import dev.slipway.engine.fold.Jobs;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** Every state that a small rollout can be in: two members, two steps, all at once. */
class EveryStateTest {

  private static final int STEPS = 2;
  private static final Jobs JOBS = new Jobs(TreePVector.empty(), Optional.empty());
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Digest DIGEST = new Digest("sha256:" + "0".repeat(64));

  private static final Delivery DELIVERY =
      new Delivery(
          new DeliveryId(
              new Placement(new ApplicationName("shop"), new EnvironmentName("production")), 1),
          new ShipmentId("s-1"),
          new Change(
              new Sha("0".repeat(40)),
              Optional.empty(),
              new Artifact.CommitArchive(
                  new RepositoryUrl("https://git.example.org/shop"),
                  new Sha("0".repeat(40)),
                  DIGEST)),
          Optional.empty(),
          new DesiredState(List.of()),
          DIGEST);

  /** One state, and what follows from it. */
  private record Case(RolloutState rollout, Optional<Controls.Pause> pause) {

    NextMove move() {
      return NextMove.of(rollout, JOBS, pause, Optional.empty(), NOW);
    }

    boolean all(Predicate<MemberState> which) {
      return rollout.members().values().stream().allMatch(which);
    }

    boolean any(Predicate<MemberState> which) {
      return rollout.members().values().stream().anyMatch(which);
    }

    boolean isThrough() {
      return all(in(MemberStage.CONVERGED).and(member -> member.step() == STEPS));
    }
  }

  @Test
  void whatever_follows_is_listed_in_the_table_of_phases() {
    assertThat(cases())
        .hasSizeGreaterThan(2_000)
        .allSatisfy(one ->
            assertThat(RolloutPhase.TABLE.next(one.rollout().phase(), written(one.move())))
                .as("%s", one)
                .isPresent());
  }

  @Test
  void it_settles_when_every_member_is_through_and_only_then() {
    assertThat(cases())
        .allSatisfy(one -> {
          boolean going = one.rollout().phase() != RolloutPhase.CANCELLING;
          assertThat(one.move() instanceof NextMove.Settle)
              .as("%s", one)
              .isEqualTo(going && one.isThrough());
        });
  }

  @Test
  void it_fails_only_where_a_member_did_and_is_cancelled_only_once_all_have_answered() {
    assertThat(cases())
        .allSatisfy(one -> {
          if (one.move() instanceof NextMove.Fail) {
            assertThat(one.any(in(MemberStage.FAILED))).as("%s", one).isTrue();
          }
          if (one.rollout().phase() == RolloutPhase.CANCELLING) {
            assertThat(one.move() instanceof NextMove.Cancelled)
                .as("%s", one)
                .isEqualTo(one.all(in(MemberStage.FAILED).or(in(MemberStage.CONVERGED))));
          }
        });
  }

  @Test
  void orders_go_to_those_who_have_none_and_the_next_step_to_those_who_have_this_one() {
    assertThat(cases())
        .allSatisfy(one -> {
          switch (one.move()) {
            case NextMove.Order order ->
                assertThat(order.members()).as("%s", one).allMatch(in(MemberStage.UNORDERED));
            case NextMove.Return back ->
                assertThat(back.members()).as("%s", one).allMatch(in(MemberStage.UNORDERED));
            case NextMove.Step step ->
                assertThat(step.members())
                    .as("%s", one)
                    .allMatch(in(MemberStage.CONVERGED).and(member -> member.step() < STEPS));
            case NextMove.Start _,
                NextMove.RunJob _,
                NextMove.Settle _,
                NextMove.Fail _,
                NextMove.Cancelled _,
                NextMove.Stuck _,
                NextMove.Wait _ -> {}
          }
        });
  }

  @Test
  void it_is_stuck_or_waits_only_for_somebody_who_has_not_answered_or_who_paused() {
    assertThat(cases())
        .allSatisfy(one -> {
          switch (one.move()) {
            case NextMove.Stuck stuck -> {
              assertThat(one.any(in(MemberStage.UNKNOWN)) || one.any(EveryStateTest::isSilent))
                  .as("%s", one)
                  .isTrue();
              assertThat(stuck.wayOut()).isNotBlank();
            }
            case NextMove.Wait wait when wait.until().isPresent() ->
                assertThat(one.any(in(MemberStage.ORDERED))).as("%s", one).isTrue();
            case NextMove.Wait _ -> assertThat(one.pause()).as("%s", one).isPresent();
            case NextMove.Start _,
                NextMove.RunJob _,
                NextMove.Order _,
                NextMove.Step _,
                NextMove.Settle _,
                NextMove.Fail _,
                NextMove.Return _,
                NextMove.Cancelled _ -> {}
          }
        });
  }

  @Test
  void where_it_is_paused_nobody_gets_an_order_but_back() {
    assertThat(cases().stream().filter(one -> one.pause().isPresent()))
        .noneMatch(
            one -> one.move() instanceof NextMove.Order || one.move() instanceof NextMove.Step);
  }

  private static boolean isSilent(MemberState member) {
    return member.isSilentAt(NOW);
  }

  private static Predicate<MemberState> in(MemberStage stage) {
    return member -> member.stage() == stage;
  }

  private static Class<? extends Entry> written(NextMove move) {
    return switch (move) {
      case NextMove.Start _ -> RolloutStarted.class;
      case NextMove.Order _, NextMove.Step _, NextMove.Return _, NextMove.RunJob _ ->
          OrderIssued.class;
      case NextMove.Settle _ -> RolloutSettled.class;
      case NextMove.Fail _ -> RolloutFailed.class;
      case NextMove.Cancelled _ -> RolloutCancelled.class;
      case NextMove.Stuck _ -> RolloutStuck.class;
      case NextMove.Wait _ -> RolloutWaiting.class;
    };
  }

  private static List<Case> cases() {
    Controls.Pause pause =
        new Controls.Pause(new ActorId("somebody"), new Remark("It rains."), NOW);
    return Stream.of(RolloutPhase.RUNNING, RolloutPhase.STUCK, RolloutPhase.CANCELLING)
        .flatMap(phase ->
            Stream.of(Optional.<Integer>empty(), Optional.of(1))
                .flatMap(bakes ->
                    members("one")
                        .flatMap(
                            one -> members("two").map(two -> rollout(phase, bakes, one, two)))))
        .flatMap(rollout ->
            Stream.of(Optional.<Controls.Pause>empty(), Optional.of(pause))
                .map(paused -> new Case(rollout, paused)))
        .toList();
  }

  private static Stream<MemberState> members(String name) {
    return Stream.of(MemberStage.values())
        .flatMap(stage ->
            IntStream.rangeClosed(stage == MemberStage.UNORDERED ? 0 : 1, STEPS)
                .boxed()
                .flatMap(step ->
                    Stream.of(NOW, LATER)
                        .filter(deadline -> stage == MemberStage.ORDERED || deadline.equals(LATER))
                        .map(deadline -> member(name, stage, step, deadline))));
  }

  private static MemberState member(String name, MemberStage stage, int step, Instant deadline) {
    return new MemberState(
        new TargetName(name),
        stage,
        Optional.empty(),
        step,
        step == 0 ? 0 : 1,
        deadline,
        NOW,
        Optional.empty());
  }

  private static RolloutState rollout(
      RolloutPhase phase, Optional<Integer> bakes, MemberState one, MemberState two) {
    return new RolloutState(
        DELIVERY,
        phase,
        new Itinerary("recreate", STEPS, bakes, Optional.empty()),
        TreePMap.<TargetName, MemberState>empty().plus(one.target(), one).plus(two.target(), two),
        NOW,
        Optional.of(new RolloutState.Started(NOW, LATER)),
        Optional.empty(),
        Optional.empty(),
        new Gated(
            TreePMap.empty(),
            TreePVector.empty(),
            Optional.empty(),
            TreePMap.empty(),
            TreePVector.empty(),
            Optional.empty()));
  }
}
