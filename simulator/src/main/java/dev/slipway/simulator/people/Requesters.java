package dev.slipway.simulator.people;

import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;
import dev.slipway.model.command.Command;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Those who deliver by hand, go back by hand, end what is on its way, and stop the line. */
public final class Requesters implements Townsfolk {

  private static final Duration PAUSE = Duration.ofMinutes(2);

  private final Town town;
  private final Kernel kernel;
  private final Wardens wardens;

  public Requesters(Town town, Wardens wardens) {
    this.town = town;
    this.kernel = town.kernel;
    this.wardens = wardens;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("deploy", 10, this::deploy),
        new Happening("cancel", 4, this::cancel),
        new Happening("rollback", 1, this::rollback),
        new Happening("pause", 1, this::pause));
  }

  /** Now and then somebody locks something in the same moment. */
  private void deploy() {
    Placement at = town.anyPlacement();
    town.clients.wish(
        new Command.Deploy(
            at.application(),
            at.environment(),
            Optional.empty(),
            kernel.chance(20),
            new TreeMap<>(),
            named(at)));
    if (kernel.chance(30)) {
      wardens.lock();
    }
  }

  /** Goes back to what was there before, or to any other that was ever made there. */
  private void rollback() {
    Placement at = town.anyPlacement();
    Optional<Integer> to =
        town.server
            .world()
            .map(world -> world.deliveries().placement(at).lastNumber())
            .filter(last -> last > 0 && kernel.chance(40))
            .map(last -> 1 + kernel.random().nextInt(last));
    town.clients.wish(new Command.Rollback(at, to, Optional.empty(), named(at)));
  }

  /** Most name where it goes once more, whether they are asked to or not. */
  private Optional<EnvironmentName> named(Placement at) {
    return Optional.of(at.environment()).filter(_ -> kernel.chance(70));
  }

  /** Ends whatever is on its way somewhere, if anything is. */
  private void cancel() {
    List<RolloutState> active =
        town.server.world().stream()
            .flatMap(world -> world.deliveries().placements().values().stream())
            .flatMap(at -> at.active().stream())
            .filter(rollout -> rollout.phase() != RolloutPhase.CANCELLING)
            .toList();
    if (!active.isEmpty()) {
      RolloutState one = active.get(kernel.random().nextInt(active.size()));
      town.clients.wish(new Command.Cancel(one.delivery().id()));
    }
  }

  /** Stops the line somewhere for a while. */
  private void pause() {
    Placement at = town.anyPlacement();
    Command resume = new Command.Resume(at, Optional.empty());
    town.clients.wish(
        new Command.Pause(at, new Remark("The weather is bad.")),
        () ->
            kernel.after(
                Life.OUTSIDE,
                PAUSE,
                () -> town.clients.wishUntil(List.of("resumed", "not-paused"), resume, () -> {})));
  }
}
