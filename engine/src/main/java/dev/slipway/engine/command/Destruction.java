package dev.slipway.engine.command;

import dev.slipway.engine.fold.JobStage;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a state would end that was there, or that a rollback would not bring back.
 *
 * <pre>
 *   a service that is in force and not in the state   it is stopped and removed
 *   an irreversible job that has not succeeded yet    nothing from before it comes back
 * </pre>
 */
final class Destruction {

  private Destruction() {}

  static List<Reason> of(DesiredState state, PlacementState there) {
    return Stream.concat(services(state, there), jobs(state, there)).toList();
  }

  private static Stream<Reason> services(DesiredState state, PlacementState there) {
    List<ServiceName> stays = state.services().stream().map(DesiredService::name).toList();
    return there.inForce().map(InForce::delivery).stream()
        .flatMap(held -> held.state().services().stream())
        .map(DesiredService::name)
        .filter(name -> !stays.contains(name))
        .map(name ->
            new Reason(
                "service-removed", "%s is not in it: it is stopped, and removed.".formatted(name)));
  }

  private static Stream<Reason> jobs(DesiredState state, PlacementState there) {
    return state.jobs().stream()
        .flatMap(List::stream)
        .filter(DesiredJob::irreversible)
        .filter(
            job -> there.jobs().of(job).filter(run -> run.stage() == JobStage.SUCCEEDED).isEmpty())
        .map(job ->
            new Reason(
                "job-irreversible",
                "Job %s at version %s cannot be taken back: once it has run, nothing from before it comes back."
                    .formatted(job.name(), job.version().value())));
  }
}
