package dev.slipway.engine.campaign;

import dev.slipway.aggregation.Compilation;
import dev.slipway.aggregation.Compiled;
import dev.slipway.aggregation.CompiledService;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.engine.why.Provenance;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;

/**
 * What is in force once more, with what is said now: the same commit, the same definition and the
 * same parameters, with the overlays as they are. So it never brings an older commit back over a
 * newer one.
 *
 * @param brought what brought what is in force
 * @param pinned the overlays that concern it there now
 * @param compiled what it comes to with them
 */
public record Resending(
    Placement at, Shipment brought, List<PinnedOverlay> pinned, Compiled compiled) {

  public Resending {
    pinned = List.copyOf(pinned);
  }

  /**
   * Of a placement where other values are in force than are said now; empty where they are the
   * same, and where the application is not delivered any more.
   */
  public static Optional<Resending> of(World world, Placement at) {
    return Provenance.brought(world, at)
        .filter(_ -> isDelivered(world, at))
        .flatMap(brought -> of(world, at, brought));
  }

  /** Of what something brings to a placement; empty where that is what is said now. */
  static Optional<Resending> of(World world, Placement at, Shipment brought) {
    List<PinnedOverlay> now = Overlays.pinned(world, at.application(), List.of(at.environment()));
    List<PinnedOverlay> then = pinned(brought, at);
    if (now.equals(then)) {
      return Optional.empty();
    }
    Compiled compiled = Compilation.of(brought.definition(), at.environment(), now);
    Compiled held = Compilation.of(brought.definition(), at.environment(), then);
    return definitions(compiled).equals(definitions(held))
        ? Optional.empty()
        : Optional.of(new Resending(at, brought, now, compiled));
  }

  /** The overlays that what is in force took along for where it is. */
  static List<PinnedOverlay> pinned(Shipment brought, Placement at) {
    return brought.inputs().flatMap(Inputs::overlays).stream()
        .flatMap(List::stream)
        .filter(overlay -> overlay.environments().contains(at.environment()))
        .map(overlay -> new PinnedOverlay(overlay.revision(), List.of(at.environment())))
        .toList();
  }

  private static List<ServiceDefinition> definitions(Compiled compiled) {
    return compiled.services().stream().map(CompiledService::definition).toList();
  }

  private static boolean isDelivered(World world, Placement at) {
    return world
        .declared()
        .application(at.application())
        .map(ApplicationState::definition)
        .filter(definition -> definition.route().contains(at.environment()))
        .isPresent();
  }

  /** The shipment that brings it. */
  public Shipment shipment(World world, ShipmentId id, Shipment.MadeBy madeBy) {
    return new Shipment(
            id,
            at.application(),
            brought.change(),
            brought.definition(),
            List.of(at.environment()),
            madeBy,
            false,
            brought.parameters())
        .from(
            brought
                .inputs()
                .orElseGet(() -> new Inputs(new Origin.Implied(), ""))
                .with(Overlays.pinned(world, at.application(), way())))
        .with(
            brought.secrets().stream()
                .flatMap(List::stream)
                .filter(pinned -> pinned.environment().equals(at.environment()))
                .toList());
  }

  /** What is to be elsewhere is asked too; where it is has to be among that in any case. */
  private List<EnvironmentName> way() {
    List<EnvironmentName> route = brought.definition().route();
    return route.contains(at.environment()) ? route : List.of(at.environment());
  }
}
