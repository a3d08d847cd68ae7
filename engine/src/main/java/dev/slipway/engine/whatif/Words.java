package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.state.Delivery;
import java.util.Optional;

/**
 * What people said of a delivery by its number, put for a run in which the same shipment may have
 * another number, other content, or not be there yet.
 */
final class Words {

  private Words() {}

  /**
   * Something that is said as soon as the shipment waits there.
   *
   * @param recorded the command as it was received
   */
  record Kept(Recorded recorded, CommandReceived word, Placement placement, ShipmentId shipment) {}

  /** A word about a delivery that waits for people; empty for any other command. */
  static Optional<Kept> aboutWaiting(
      Recorded recorded, CommandReceived received, Recollection recalled) {
    Optional<DeliveryId> about =
        switch (received.command()) {
          case Command.Approve approve -> Optional.of(approve.delivery());
          case Command.Reject reject -> Optional.of(reject.delivery());
          case Command _ -> Optional.empty();
        };
    return about.flatMap(id ->
        recalled
            .broughtBy(id)
            .map(shipment -> new Kept(recorded, received, id.placement(), shipment)));
  }

  /** The word as it is said here; empty while what it is about does not wait. */
  static Optional<CommandReceived> said(World world, Kept kept) {
    return world
        .deliveries()
        .placement(kept.placement())
        .active()
        .filter(rollout -> rollout.isWaiting())
        .map(rollout -> rollout.delivery())
        .filter(delivery -> delivery.shipment().equals(kept.shipment()))
        .map(delivery -> with(kept.word(), about(kept.word().command(), delivery)));
  }

  private static Command about(Command command, Delivery delivery) {
    return switch (command) {
      case Command.Approve _ -> new Command.Approve(delivery.id(), delivery.hash());
      case Command.Reject reject ->
          new Command.Reject(delivery.id(), delivery.hash(), reject.reason());
      case Command other -> other;
    };
  }

  /** A command as it is given here, where numbers may differ. */
  static CommandReceived asHere(World world, CommandReceived received, Recollection recalled) {
    return switch (received.command()) {
      case Command.Cancel cancel -> with(received, cancel(world, cancel, recalled));
      case Command.Rollback back -> with(received, rollback(world, back, recalled));
      case Command _ -> received;
    };
  }

  private static Command cancel(World world, Command.Cancel cancel, Recollection recalled) {
    return recalled
        .broughtBy(cancel.delivery())
        .<Command>map(shipment ->
            world
                .deliveries()
                .placement(cancel.delivery().placement())
                .active()
                .map(rollout -> rollout.delivery())
                .filter(delivery -> delivery.shipment().equals(shipment))
                .<Command>map(delivery -> new Command.Cancel(delivery.id()))
                .orElseGet(() -> new Command.CancelShipment(shipment)))
        .orElse(cancel);
  }

  private static Command rollback(World world, Command.Rollback back, Recollection recalled) {
    Placement placement = back.placement();
    Optional<Integer> to =
        back.to()
            .flatMap(number -> recalled.broughtBy(new DeliveryId(placement, number)))
            .flatMap(shipment ->
                world.deliveries().placement(placement).past().stream()
                    .map(PlacementState.InForce::delivery)
                    .filter(delivery -> delivery.shipment().equals(shipment))
                    .map(delivery -> delivery.id().number())
                    .findFirst());
    return new Command.Rollback(placement, to.or(back::to), back.permit(), back.confirmed());
  }

  private static CommandReceived with(CommandReceived received, Command command) {
    return new CommandReceived(received.actor(), received.idempotencyKey(), command);
  }
}
