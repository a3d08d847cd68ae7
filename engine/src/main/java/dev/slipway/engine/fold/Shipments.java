package dev.slipway.engine.fold;

import dev.slipway.model.Position;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.state.Shipment;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Shipments.
 *
 * @param travelling those that are not at their end
 * @param made the ids of all that were ever made, so that the same news makes none again
 * @param sets what of them is delivered as one
 * @param campaigns what of them brings a change of a shared document
 */
public record Shipments(
    PMap<ShipmentId, ShipmentState> travelling,
    PSet<ShipmentId> made,
    Sets sets,
    Campaigns campaigns) {

  static final Shipments NONE =
      new Shipments(HashTreePMap.empty(), HashTreePSet.empty(), Sets.NONE, Campaigns.NONE);

  public Optional<ShipmentState> travelling(ShipmentId id) {
    return Optional.ofNullable(travelling.get(id));
  }

  /** A shipment that brings something new; empty for one that brings an earlier delivery back. */
  public Optional<Shipment> bringing(ShipmentId id) {
    return travelling(id).filter(state -> !state.isRollback()).map(ShipmentState::shipment);
  }

  /** Whether a shipment brings an earlier delivery back. */
  public boolean isRollback(ShipmentId id) {
    return travelling(id).filter(ShipmentState::isRollback).isPresent();
  }

  /** Whether a shipment brings an earlier delivery back because of a failure, and by itself. */
  public boolean isAutomaticRollback(ShipmentId id) {
    return travelling(id).filter(ShipmentState::isAutomaticRollback).isPresent();
  }

  public boolean isMade(ShipmentId id) {
    return made.contains(id);
  }

  Shipments made(Shipment shipment, Recorded recorded) {
    Position since =
        shipment.madeBy() instanceof Shipment.MadeBy.Joining joining
            ? joining.made()
            : recorded.position();
    ShipmentState state = new ShipmentState(shipment, since, recorded.at());
    return new Shipments(
        travelling.plus(shipment.id(), state), made.plus(shipment.id()), sets, campaigns);
  }

  Shipments with(Sets changed) {
    return new Shipments(travelling, made, changed, campaigns);
  }

  Shipments with(Campaigns changed) {
    return new Shipments(travelling, made, sets, changed);
  }

  Shipments ended(ShipmentId id) {
    return new Shipments(travelling.minus(id), made, sets, campaigns);
  }
}
