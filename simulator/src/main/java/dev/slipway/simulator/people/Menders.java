package dev.slipway.simulator.people;

import dev.slipway.engine.fold.JobRun;
import dev.slipway.engine.fold.Jobs;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.JobMoves;
import dev.slipway.model.Placement;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Those who look at what is stuck and say what became of it; and who say in the end, of everything
 * that a rollback keeps away, that it is mended by now, or that nobody wants it.
 */
public final class Menders implements Townsfolk {

  private static final String ITSELF = "held";

  private final Town town;
  private final Kernel kernel;

  public Menders(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(new Happening("settle", 2, this::settle));
  }

  @Override
  public void relent() {
    settle();
    town.server
        .world()
        .ifPresent(world ->
            world.deliveries().placements().forEach((at, state) -> release(world, at, state)));
  }

  private void settle() {
    town.server.world().stream()
        .flatMap(world -> world.deliveries().placements().values().stream())
        .forEach(at ->
            at.active()
                .filter(rollout ->
                    rollout.phase() == RolloutPhase.STUCK
                        || rollout.phase() == RolloutPhase.CANCELLING)
                .ifPresent(rollout -> settle(rollout, at.jobs())));
  }

  private void settle(RolloutState rollout, Jobs jobs) {
    Stream<TargetName> run =
        JobMoves.inDoubt(rollout, jobs, kernel.instant()).stream().map(JobRun::target);
    Stream<TargetName> members =
        rollout.members().values().stream()
            .filter(member ->
                member.stage() == MemberStage.UNKNOWN || member.isSilentAt(kernel.instant()))
            .map(MemberState::target);
    Stream.concat(run, members)
        .findFirst()
        .map(target ->
            new Command.Settle(
                rollout.delivery().id(),
                target,
                kernel.chance(50) ? Verdict.RERUN : Verdict.FAILED))
        .ifPresent(town.clients::wish);
  }

  private void release(World world, Placement at, PlacementState state) {
    state.queue().stream()
        .filter(queued -> queued.held().isPresent())
        .findFirst()
        .ifPresent(queued ->
            world
                .deliveries()
                .shipments()
                .travelling(queued.shipment())
                .map(held -> held.shipment())
                .map(held ->
                    isItself(queued)
                        ? new Command.CancelShipment(held.id())
                        : new Command.Resume(at, Optional.of(held.change().sha().value())))
                .ifPresent(town.clients::wish));
  }

  /**
   * Whether it is the very thing that was rolled back, by its commit, its artifact or its content.
   */
  private static boolean isItself(PlacementState.Queued queued) {
    return queued.held().filter(held -> held.because().code().equals(ITSELF)).isPresent();
  }
}
