package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.fold.StateMachine.Row;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.queue.Train;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laws of docs/laws.md that the engine alone must keep, in all weather. */
class LawsTest {

  private static final int SEEDS = 300;
  private static final int STEPS = 120;

  private static final List<Given> RUNS = new ArrayList<>();

  @BeforeAll
  static void run() {
    RUNS.addAll(IntStream.range(0, SEEDS).mapToObj(LawsTest::run).toList());
  }

  private static Given run(int seed) {
    Weather weather = new Weather(new SplittableRandom(seed));
    for (int step = 0; step < STEPS; step++) {
      try {
        weather.step();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ", step " + step, e);
      }
    }
    return weather.given();
  }

  private static <E> Stream<E> entries(Given given, Class<E> kind) {
    return given.ledger().stream().map(Recorded::entry).filter(kind::isInstance).map(kind::cast);
  }

  @Test
  void law_2_no_shipment_is_made_twice() {
    for (Given run : RUNS) {
      assertThat(entries(run, ShipmentMade.class).map(made -> made.shipment().id()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void law_1_every_event_and_command_is_settled_exactly_once() {
    for (Given run : RUNS) {
      Stream<Recorded> causes =
          run.ledger().stream()
              .filter(
                  r -> r.entry() instanceof EventReceived || r.entry() instanceof CommandReceived);
      assertThat(entries(run, CauseSettled.class).map(CauseSettled::received).toList())
          .containsExactlyInAnyOrderElementsOf(causes.map(Recorded::position).toList());
      assertThat(run.world().unsettled()).isEmpty();
    }
  }

  @Test
  void law_13_a_placement_has_one_rollout_at_a_time_and_what_was_superseded_never_starts() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Map<Placement, DeliveryId> active = new HashMap<>();
      Map<DeliveryId, ShipmentId> carried = new HashMap<>();
      Set<ShipmentId> superseded = new HashSet<>();
      for (Recorded recorded : RUNS.get(seed).ledger()) {
        switch (recorded.entry()) {
          case DeliveryMade e -> {
            assertThat(superseded).as("seed %d", seed).doesNotContain(e.delivery().shipment());
            carried.put(e.delivery().id(), e.delivery().shipment());
          }
          case ShipmentSuperseded e -> {
            superseded.add(e.shipment());
            active.values().removeIf(it -> e.shipment().equals(carried.get(it)));
          }
          case RolloutStarted e -> {
            assertThat(superseded).as("seed %d", seed).doesNotContain(carried.get(e.delivery()));
            assertThat(active.put(e.delivery().placement(), e.delivery()))
                .as("seed %d", seed)
                .isNull();
          }
          case RolloutSettled e -> active.remove(e.delivery().placement(), e.delivery());
          case RolloutFailed e -> active.remove(e.delivery().placement(), e.delivery());
          case RolloutCancelled e -> active.remove(e.delivery().placement(), e.delivery());
          case Object _ -> {}
        }
      }
    }
  }

  /** That people's word is what makes the order is told by {@link QueueTest}. */
  @Test
  void law_26_what_starts_is_the_first_in_the_queue_that_nothing_keeps() {
    int passed = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      World before = World.empty(Organisation.MAIN);
      for (Recorded recorded : RUNS.get(seed).ledger()) {
        if (recorded.entry() instanceof DeliveryMade(Delivery made)) {
          List<PlacementState.Queued> ahead = ahead(before, made);
          World world = before;
          assertThat(ahead)
              .as("seed %d: what %s passes", seed, made.id())
              .allMatch(queued -> isKept(world, made.id().placement(), queued, recorded.at()));
          passed += ahead.size();
        }
        before = before.with(recorded);
      }
    }
    assertThat(passed).isPositive();
  }

  /** What stands before it in its queue; it has to stand there itself. */
  private static List<PlacementState.Queued> ahead(World world, Delivery made) {
    List<PlacementState.Queued> queue = world.deliveries().placement(made.id().placement()).queue();
    List<PlacementState.Queued> ahead =
        queue.stream().takeWhile(queued -> !queued.shipment().equals(made.shipment())).toList();
    assertThat(ahead).as("%s is queued", made.shipment()).hasSizeLessThan(queue.size());
    return ahead;
  }

  /** By a hold, by the time that it waits for, or by a failure that it stands behind. */
  private static boolean isKept(
      World world, Placement at, PlacementState.Queued queued, Instant when) {
    ShipmentState shipment =
        world.deliveries().shipments().travelling(queued.shipment()).orElseThrow();
    return queued.held().isPresent()
        || !shipment.isDueAt(when)
        || Train.breakdown(world, at).filter(it -> Train.isBehind(it, shipment)).isPresent();
  }

  @Test
  void law_12_a_delivery_holds_what_its_shipment_pinned() {
    for (Given run : RUNS) {
      Map<ShipmentId, Shipment> shipments = new HashMap<>();
      entries(run, ShipmentMade.class)
          .forEach(made -> shipments.put(made.shipment().id(), made.shipment()));
      entries(run, DeliveryMade.class)
          .map(DeliveryMade::delivery)
          .forEach(delivery ->
              assertIsPinned(
                  delivery, Optional.ofNullable(shipments.get(delivery.shipment())).orElseThrow()));
    }
  }

  /** A rollback pins a number; {@link RollbackTest} holds its content against that one's. */
  private static void assertIsPinned(Delivery delivery, Shipment shipment) {
    assertThat(delivery.change()).isEqualTo(shipment.change());
    if (shipment.madeBy() instanceof Shipment.MadeBy.Rollback) {
      return;
    }
    assertThat(
            delivery.state().services().stream()
                .flatMap(service -> service.releases().stream())
                .map(DesiredRelease::release)
                .map(release -> release.workload()))
        .containsExactlyElementsOf(
            shipment.definition().services().stream().map(service -> service.workload()).toList());
  }

  @Test
  void law_18_only_listed_transitions_happen_and_each_of_them_does() {
    Set<Row<?, ?>> seen = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(new Transitions(seen).violationsIn(RUNS.get(seed).ledger()))
          .as("seed %d", seed)
          .isEmpty();
    }
    assertThat(seen).containsAll(Transitions.listed());
  }

  /** That each of them happens is told in stories; the weather has some of them hardly ever. */
  @Test
  void law_18_members_move_only_as_listed() {
    Set<List<MemberStage>> moves = new HashSet<>();
    RUNS.forEach(run -> moves.addAll(Members.movesIn(run.ledger())));
    assertThat(
            MemberStage.TABLE.rows().stream()
                .map(row -> List.of(row.from(), row.to()))
                .collect(Collectors.toSet()))
        .containsAll(moves);
  }

  @Test
  void law_18_what_failed_has_no_way_back() {
    assertThat(MemberStage.TABLE.isTerminal(MemberStage.FAILED)).isTrue();
  }

  @Test
  void law_29_what_is_so_is_what_the_ledger_folds_to() {
    for (Given run : RUNS) {
      World again = World.empty(Organisation.MAIN);
      for (Recorded recorded : run.ledger()) {
        again = again.with(recorded);
      }
      assertThat(again).isEqualTo(run.world());
    }
  }

  @Test
  void law_35_a_job_runs_once_per_version_and_nothing_is_rolled_back_below_a_floor() {
    int jobs = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      OnceAndAbove law = new OnceAndAbove();
      assertThat(law.violationsIn(RUNS.get(seed).ledger())).as("seed %d", seed).isEmpty();
      jobs += law.jobs();
    }
    assertThat(jobs).isGreaterThan(SEEDS / 2);
  }

  @Test
  void law_54_nothing_is_ordered_of_a_target_that_is_paused_or_removed() {
    int rests = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Resting law = new Resting();
      assertThat(law.violationsIn(RUNS.get(seed).ledger())).as("seed %d", seed).isEmpty();
      rests += law.rests();
    }
    assertThat(rests).isGreaterThan(SEEDS);
  }

  @Test
  void level_triggered_looking_again_changes_nothing() {
    for (Given run : RUNS) {
      for (String place : List.of("staging", "production")) {
        run.whenTicked(place);
        assertThat(run.whenTicked(place).entries()).isEmpty();
      }
    }
  }

  @Test
  void decisions_guard_every_control_stream_that_they_write_to() {
    Given given = PushTest.shopAdded();
    given.git.push(Fixtures.MAIN, Fixtures.sha(2), Fixtures.shop(Fixtures.web("bin/web", "2")));
    Then then = given.whenHinted(Fixtures.MAIN);
    assertThat(then.decision().guards().keySet())
        .containsAll(
            then.entries().stream()
                .map(Recorded::stream)
                .filter(stream -> stream.kind().isControl())
                .toList())
        .allMatch(stream -> stream.kind().isControl());
  }
}
