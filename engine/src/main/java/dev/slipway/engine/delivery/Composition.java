package dev.slipway.engine.delivery;

import dev.slipway.aggregation.Compilation;
import dev.slipway.aggregation.Compiled;
import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobVersion;
import dev.slipway.model.Placement;
import dev.slipway.model.RefName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A delivery is composed when its shipment reaches the head of the queue: the next number, on the
 * base of what is in force then, with what the shipment pinned and nothing else.
 */
public final class Composition {

  private Composition() {}

  public static Delivery of(Shipment shipment, Placement placement, PlacementState at) {
    Optional<Delivery> base = at.inForce().map(PlacementState.InForce::delivery);
    DesiredState state = state(shipment, placement, base.map(held -> held.change().sha()));
    return new Delivery(
        new DeliveryId(placement, at.lastNumber() + 1),
        shipment.id(),
        shipment.change(),
        base.map(delivery -> delivery.id().number()),
        state,
        Identities.delivery(state, placement.environment()));
  }

  /**
   * What a shipment comes to in an environment.
   *
   * @param before the commit that is in force there
   */
  public static DesiredState state(Shipment shipment, Placement placement, Optional<Sha> before) {
    return state(shipment, placement, substitution(shipment, placement, before));
  }

  /** An earlier delivery under a new number: its whole content, and nothing looked up again. */
  public static Delivery again(
      Delivery earlier, Shipment shipment, Placement placement, PlacementState at) {
    return new Delivery(
        new DeliveryId(placement, at.lastNumber() + 1),
        shipment.id(),
        earlier.change(),
        at.inForce().map(held -> held.delivery().id().number()),
        earlier.state(),
        earlier.hash(),
        Optional.of(earlier.id().number()));
  }

  private static DesiredState state(
      Shipment shipment, Placement placement, Substitution substitution) {
    Sealed sealed = new Sealed(shipment, placement.environment());
    List<DesiredService> services =
        compiled(shipment, placement).services().stream()
            .map(
                compiled -> service(compiled.definition(), shipment.change(), substitution, sealed))
            .toList();
    return new DesiredState(
        services,
        shipment
            .definition()
            .jobs()
            .map(jobs ->
                jobs.stream()
                    .map(job ->
                        JobOfService.of(
                            job, job(job, shipment.change(), substitution, sealed), services))
                    .toList()));
  }

  private static Compiled compiled(Shipment shipment, Placement placement) {
    return Compilation.of(
        shipment.definition(),
        placement.environment(),
        shipment.inputs().flatMap(Inputs::overlays).orElseGet(List::of));
  }

  private static DesiredJob job(
      JobDefinition job, Change change, Substitution substitution, Sealed sealed) {
    return new DesiredJob(
        job.name(),
        new JobVersion(substitution.in(job.version().text())),
        job.time(),
        job.irreversible(),
        new Release(
            new ServiceName(job.name().value()),
            change.artifact(),
            substitution.in(job.command()),
            Optional.empty(),
            job.variables(),
            job.timeouts(),
            Optional.empty(),
            job.secrets().map(sealed::in)),
        job.compatible());
  }

  private static DesiredService service(
      ServiceDefinition service, Change change, Substitution substitution, Sealed sealed) {
    Release release =
        new Release(
            service.name(),
            change.artifact(),
            substitution.in(service.workload()),
            service.health(),
            service.variables(),
            service.timeouts(),
            service.limits(),
            service.secrets().map(sealed::in));
    int replicas = service.serving().map(Serving::replicas).orElse(1);
    return new DesiredService(
        service.name(),
        List.of(new DesiredRelease(release, 100, replicas, DesiredRelease.Part.ACTIVE)),
        service.serving(),
        service.after());
  }

  private static Substitution substitution(
      Shipment shipment, Placement placement, Optional<Sha> before) {
    String environment = placement.environment().value();
    Change change = shipment.change();
    return new Substitution(
        Map.of(
            "environment", environment,
            "env", environment,
            "sha", change.sha().value(),
            "prev_sha", before.map(Sha::value).orElse(""),
            "ref", change.ref().map(Composition::shortName).orElse("")),
        shipment.parameters());
  }

  private static String shortName(RefName ref) {
    return ref.branch().or(ref::tag).orElseGet(ref::value);
  }
}
