package dev.slipway.engine.why;

import dev.slipway.aggregation.Compilation;
import dev.slipway.aggregation.CompiledService;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.Brought;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.Pinning;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.state.PinnedSecret;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;

/**
 * What the state of a placement is made of, value by value.
 *
 * @param delivery whose state it is; absent when it is what the documents come to now
 * @param inputs absent in ledgers from before they were written down
 * @param secrets which sealed ones the parameters are that say them
 */
public record Provenance(
    Optional<DeliveryId> delivery,
    ApplicationDefinition definition,
    Optional<Inputs> inputs,
    List<CompiledService> services,
    List<PinnedSecret> secrets) {

  public Provenance {
    services = List.copyOf(services);
    secrets = List.copyOf(secrets);
  }

  /** Of what is in force; of what a rollback brought back, as it was when it came first. */
  public static Optional<Provenance> inForce(World world, Placement placement) {
    Optional<DeliveryId> held =
        world.deliveries().placement(placement).inForce().map(it -> it.delivery().id());
    return brought(world, placement)
        .map(shipment ->
            compiled(
                held,
                shipment.definition(),
                shipment.inputs(),
                placement,
                shipment.secrets().orElseGet(List::of)));
  }

  /** What brought what is in force; of what a rollback brought back, what brought it first. */
  public static Optional<Shipment> brought(World world, Placement placement) {
    PlacementState at = world.deliveries().placement(placement);
    return at.inForce()
        .map(InForce::delivery)
        .flatMap(held -> Brought.by(at, held))
        .map(ShipmentState::shipment);
  }

  /** Of what the documents say now; absent when the application is not delivered there. */
  public static Optional<Provenance> documents(World world, Placement placement) {
    return world
        .declared()
        .application(placement.application())
        .filter(it -> it.definition().route().contains(placement.environment()))
        .map(it -> of(world, it, placement));
  }

  private static Provenance of(World world, ApplicationState application, Placement placement) {
    return compiled(
        Optional.empty(),
        application.definition(),
        Optional.of(
            Pinning.inputs(application)
                .with(
                    Overlays.pinned(
                        world, placement.application(), List.of(placement.environment())))),
        placement,
        List.of());
  }

  private static Provenance compiled(
      Optional<DeliveryId> delivery,
      ApplicationDefinition definition,
      Optional<Inputs> inputs,
      Placement placement,
      List<PinnedSecret> secrets) {
    return new Provenance(
        delivery,
        definition,
        inputs,
        Compilation.of(
                definition,
                placement.environment(),
                inputs.flatMap(Inputs::overlays).orElseGet(List::of))
            .services(),
        secrets.stream()
            .filter(pinned -> pinned.environment().equals(placement.environment()))
            .toList());
  }
}
