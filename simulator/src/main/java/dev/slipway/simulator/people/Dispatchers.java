package dev.slipway.simulator.people;

import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Those who order what waits, wish things for later, and say how much room there is. */
public final class Dispatchers implements Townsfolk {

  private static final int SECONDS_MAX = 240;
  private static final List<QueuePolicy> POLICIES = List.of(QueuePolicy.values());

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
        new Happening("room", 2, this::decree),
        new Happening("limit-pass", 1, this::pass));
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

  /** Little room or much, and one policy or another, beside whatever else is asked there. */
  private void decree() {
    town.server
        .world()
        .flatMap(world -> world.declared().environment(town.anyPlacement().environment()))
        .map(EnvironmentState::definition)
        .map(this::changed)
        .ifPresent(town::declare);
  }

  private EnvironmentDefinition changed(EnvironmentDefinition place) {
    return place
        .with(POLICIES.get(kernel.random().nextInt(POLICIES.size())))
        .limitedTo(1 + kernel.random().nextInt(2));
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
