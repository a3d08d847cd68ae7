package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.guardrail.PolicyRevision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A definition of an application whose rules hold a delivery: the one in force, the one that the
 * delivery brings along, and the one that brought what is in force there. So a change cannot take
 * away the rule that it has to meet itself: the rule holds until a delivery that met it, and has it
 * no more, is in force.
 *
 * @param revision the words that it stands in
 */
record OwnDefinition(ApplicationDefinition definition, PolicyRevision revision) {

  /** All of them, the one in force first. */
  static List<OwnDefinition> of(Deliberation d, RolloutState rollout) {
    Placement placement = rollout.delivery().id().placement();
    Optional<OwnDefinition> inForce =
        d.application(placement.application())
            .map(it ->
                new OwnDefinition(
                    it.definition(), PolicyRevision.of(placement.application(), it.origin())));
    Optional<ShipmentState> brings =
        d.world().deliveries().shipments().travelling(rollout.delivery().shipment());
    Optional<ShipmentState> brought =
        d.placement(placement).inForce().flatMap(PlacementState.InForce::shipment);
    return Stream.concat(
            inForce.stream(),
            Stream.of(brings, brought).flatMap(Optional::stream).map(OwnDefinition::of))
        .toList();
  }

  private static OwnDefinition of(ShipmentState state) {
    return new OwnDefinition(
        state.shipment().definition(), PolicyRevision.of(state.shipment().id()));
  }
}
