package dev.slipway.simulator.people;

import dev.slipway.engine.fold.Controls.Breakdown;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.Stopover;
import dev.slipway.engine.queue.Train;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Those who order what waits, wish things for later, say how much room there is and how many
 * targets are reached at once, and let go on what stays at a step.
 */
public final class Dispatchers implements Townsfolk {

  private static final Set<String> DEPENDENCIES =
      Set.of("dependency-missing", "dependency-cycle", "dependency-failed");
  private static final int SECONDS_MAX = 240;

  private final Town town;
  private final Kernel kernel;

  public Dispatchers(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("queue-order", 6, this::order),
        new Happening("deploy-later", 3, this::deployLater),
        new Happening("room", 2, () -> decree(this::room)),
        new Happening("waves", 2, () -> decree(this::waves)),
        new Happening("continue", 4, this::goOn),
        new Happening("failure-pass", 1, this::passFailures),
        new Happening("limit-pass", 3, this::pass));
  }

  /** Somebody moves what waits, or takes it out. */
  private void order() {
    Placement at = town.anyPlacement();
    List<ShipmentId> queue =
        at(at).flatMap(state -> state.queue().stream()).map(q -> q.shipment()).toList();
    if (!queue.isEmpty()) {
      ShipmentId one = queue.get(kernel.random().nextInt(queue.size()));
      town.clients.wish(
          switch (kernel.random().nextInt(4)) {
            case 0 -> new Command.RemoveQueued(at, one);
            case 1 -> new Command.MoveQueued(at, one, new Spot.Last());
            case 2 -> new Command.MoveQueued(at, one, new Spot.Before(queue.getFirst()));
            default -> new Command.MoveQueued(at, one, new Spot.First());
          });
    }
  }

  private void deployLater() {
    Placement at = town.anyPlacement();
    town.clients.wish(
        new Command.Deploy(
            at.application(),
            at.environment(),
            Optional.empty(),
            false,
            new TreeMap<>(),
            Optional.of(at.environment()),
            Optional.of(
                kernel
                    .instant()
                    .plus(Duration.ofSeconds(10 + kernel.random().nextInt(SECONDS_MAX))))));
  }

  /** What is asked somewhere changes in one thing. */
  private void decree(UnaryOperator<EnvironmentDefinition> change) {
    town.server
        .world()
        .flatMap(world -> world.declared().environment(town.anyPlacement().environment()))
        .map(EnvironmentState::definition)
        .map(change)
        .ifPresent(town::declare);
  }

  /** How many targets may be reached at once; several, or all. */
  private EnvironmentDefinition waves(EnvironmentDefinition place) {
    return place.rolling(
        RolloutPolicy.STANDARD.reaching(
            kernel.chance(50)
                ? new Portion.Count(1 + kernel.random().nextInt(2))
                : new Portion.Percent(100)));
  }

  /** Little room or much, and one policy or another, beside whatever else is asked there. */
  private EnvironmentDefinition room(EnvironmentDefinition place) {
    QueuePolicy[] policies = QueuePolicy.values();
    return place
        .with(policies[kernel.random().nextInt(policies.length)])
        .limitedTo(1 + kernel.random().nextInt(2));
  }

  /** Somebody says that what stays at a step goes on. */
  private void goOn() {
    town.server.world().stream()
        .flatMap(world -> world.deliveries().placements().values().stream())
        .flatMap(at -> at.active().stream())
        .filter(rollout -> Stopover.of(rollout).flatMap(Stopover::open).isPresent())
        .map(rollout -> rollout.delivery().id())
        .forEach(id -> town.clients.wish(new Command.Continue(id, Optional.empty())));
  }

  /** Somebody looked at what failed, and says that nothing has to come in its place. */
  private void passFailures() {
    town.server.world().stream()
        .flatMap(world ->
            world.deliveries().placements().keySet().stream()
                .flatMap(placement -> Train.breakdown(world, placement).stream()))
        .map(Breakdown::delivery)
        .forEach(id -> town.clients.wish(new Command.PassFailure(id, Optional.empty())));
  }

  /** What stays or stuck for want of a word goes on, and what waits for what never comes ends. */
  @Override
  public void relent() {
    goOn();
    passFailures();
    town.server.world().stream()
        .flatMap(world -> world.deliveries().placements().values().stream())
        .flatMap(at -> at.active().stream())
        .filter(RolloutState::isWaiting)
        .filter(Dispatchers::waitsForOthers)
        .map(rollout -> rollout.delivery().id())
        .forEach(id -> town.clients.wish(new Command.Cancel(id)));
  }

  private static boolean waitsForOthers(RolloutState waiting) {
    return waiting.gated().verdicts().values().stream()
        .anyMatch(said -> !said.passes() && DEPENDENCIES.contains(said.because().code()));
  }

  private void pass() {
    at(town.anyPlacement())
        .flatMap(state -> state.active().stream())
        .filter(RolloutState::isWaiting)
        .map(rollout -> rollout.delivery().id())
        .forEach(id -> town.clients.wish(new Command.PassLimit(id, Optional.empty())));
  }

  private Stream<PlacementState> at(Placement placement) {
    return town.server.world().stream().map(world -> world.deliveries().placement(placement));
  }
}
