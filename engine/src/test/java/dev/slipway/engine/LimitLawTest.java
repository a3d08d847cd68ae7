package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.queue.Line;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Several applications in one environment that has little room, in whatever order a seed says. */
class LimitLawTest {

  private static final int SEEDS = 200;
  private static final int STEPS = 100;
  private static final List<String> NAMES = List.of("one", "two", "three", "four");

  /** What happens to the four. */
  private static final class Crowd {
    private final Given given = new Given();
    private final RandomGenerator random;
    private int commits = 1;

    Crowd(RandomGenerator random) {
      this.random = random;
      given.git.push(Fixtures.MAIN, sha(1));
      NAMES.forEach(name -> given.when(Fixtures.apply(application(name))));
      given.agents("staging");
      given.when(Fixtures.apply(Fixtures.declared("staging", false).limitedTo(1)));
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

    void step() {
      ApplicationName name = new ApplicationName(NAMES.get(random.nextInt(NAMES.size())));
      Placement at = new Placement(name, environment("staging"));
      Optional<RolloutState> active = given.world().deliveries().placement(at).active();
      given.later(Duration.ofSeconds(1));
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3 -> deploy(name);
        case 4, 5, 6, 7 -> converge(name);
        case 8 -> end(name, new Outcome.Failed(new Reason("weather", "It happens.")));
        case 9 -> active.ifPresent(r -> given.when(new Command.Cancel(r.delivery().id())));
        case 10 ->
            active
                .filter(_ -> random.nextInt(3) == 0)
                .ifPresent(
                    r -> given.when(new Command.PassLimit(r.delivery().id(), Optional.empty())));
        case 11 -> given.when(Fixtures.apply(limited()));
        default -> throw new AssertionError();
      }
    }

    private EnvironmentDefinition limited() {
      EnvironmentDefinition place =
          random.nextBoolean()
              ? Fixtures.goingBack("staging")
              : Fixtures.declared("staging", false);
      return place.limitedTo(1 + random.nextInt(3));
    }

    private void deploy(ApplicationName name) {
      commits++;
      given.git.push(Fixtures.MAIN, sha(commits));
      given.when(Fixtures.deploy(name, environment("staging"), "main"));
    }

    private void converge(ApplicationName name) {
      Slot slot = new Slot(target("staging", "local"), name);
      if (given.world().deliveries().slots().containsKey(slot)) {
        end(name, Converging.asOrdered(given.world(), slot));
      }
    }

    private void end(ApplicationName name, Outcome outcome) {
      Slot slot = new Slot(target("staging", "local"), name);
      if (given.world().deliveries().slots().containsKey(slot)) {
        given.whenReported(new Report.Ended(slot, given.fence(slot), outcome));
      }
    }

    /** Everybody converges for as long as it takes. */
    Given calmed() {
      for (int round = 0; round < STEPS; round++) {
        NAMES.forEach(name -> converge(new ApplicationName(name)));
      }
      return given;
    }
  }

  @Test
  void law_32_never_do_more_roll_out_at_once_than_there_is_room_for_but_by_a_word_that_is_kept() {
    int past = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Crowd crowd = new Crowd(new SplittableRandom(seed));
      for (int step = 0; step < STEPS; step++) {
        crowd.step();
      }
      Given given = crowd.calmed();
      for (DeliveryId without : startedWithoutRoom(given.ledger())) {
        assertThat(passes(given.ledger(), without)).as("seed %d: %s", seed, without).isTrue();
        past++;
      }
      assertThat(given.world().deliveries().placements().values())
          .as("seed %d: who waits has its turn in the end", seed)
          .allMatch(at -> at.queue().isEmpty() && at.active().isEmpty());
      assertThat(given.ledger()).anyMatch(recorded -> recorded.entry() instanceof RolloutStarted);
    }
    assertThat(past).isPositive();
  }

  /** Whose start made more of them than there was room for then. */
  private static List<DeliveryId> startedWithoutRoom(List<Recorded> ledger) {
    List<DeliveryId> without = new ArrayList<>();
    World world = World.empty(Organisation.MAIN);
    for (Recorded recorded : ledger) {
      world = world.with(recorded);
      if (recorded.entry() instanceof RolloutStarted it && isOverfull(world)) {
        without.add(it.delivery());
      }
    }
    return without;
  }

  private static boolean isOverfull(World world) {
    return world
        .declared()
        .environment(environment("staging"))
        .flatMap(it -> it.definition().concurrency())
        .filter(most -> Line.of(world, environment("staging")).running().size() > most)
        .isPresent();
  }

  /** Somebody let it pass, or it takes back by itself what failed. */
  private static boolean passes(List<Recorded> ledger, DeliveryId id) {
    return ledger.stream()
        .map(Recorded::entry)
        .anyMatch(entry ->
            switch (entry) {
              case LimitPassed it -> it.delivery().equals(id);
              case DeliveryMade it ->
                  it.delivery().id().equals(id) && isAutomaticRollback(ledger, it.delivery());
              case Entry _ -> false;
            });
  }

  private static boolean isAutomaticRollback(List<Recorded> ledger, Delivery delivery) {
    return ledger.stream()
        .map(Recorded::entry)
        .anyMatch(entry ->
            entry instanceof ShipmentMade(Shipment made)
                && made.id().equals(delivery.shipment())
                && made.madeBy() instanceof Shipment.MadeBy.Rollback back
                && back.automatic());
  }
}
