package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Law 59: what runs is ended by a wish only: what has nothing in it is shipped because somebody
 * wished it, of an application that was removed, and goes to one environment. What goes back to
 * such a state brings what was in force.
 */
final class EndedByWish implements Law {

  @Override
  public String name() {
    return "law-59";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentMade e when isNothing(e.shipment()) ->
          broken(world, e.shipment()).map(what -> e.shipment().id() + " " + what).toList();
      case Entry _ -> List.of();
    };
  }

  private static boolean isNothing(Shipment shipment) {
    return shipment.definition().services().isEmpty()
        && shipment.definition().jobs().isEmpty()
        && !(shipment.madeBy() instanceof Shipment.MadeBy.Rollback);
  }

  private static Stream<String> broken(World world, Shipment shipment) {
    boolean wished = shipment.madeBy() instanceof Shipment.MadeBy.Request;
    boolean there = world.declared().application(shipment.application()).isPresent();
    return Stream.of(
            wished ? "" : "ends what runs, and nobody wished that",
            there ? "ends what runs of an application that is there" : "",
            shipment.travel().size() == 1 ? "" : "ends what runs in several environments")
        .filter(what -> !what.isEmpty());
  }
}
