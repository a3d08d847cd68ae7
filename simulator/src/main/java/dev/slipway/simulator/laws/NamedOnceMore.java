package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;

/**
 * Law 25: whoever sends something by hand into an environment that is protected then has named it
 * once more; and whoever named one meant that one.
 */
final class NamedOnceMore implements Law {

  @Override
  public String name() {
    return "law-25";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return recorded.entry() instanceof ShipmentMade made ? sent(world, made.shipment()) : List.of();
  }

  private static List<String> sent(World world, Shipment shipment) {
    return switch (shipment.madeBy()) {
      case Shipment.MadeBy.Trigger _, Shipment.MadeBy.Joining _ -> List.of();
      case Shipment.MadeBy.Campaign campaign -> judged(world, shipment, campaign.confirmed());
      case Shipment.MadeBy.Request request -> judged(world, shipment, request.confirmed());
      case Shipment.MadeBy.Rollback rollback ->
          rollback.automatic() ? List.of() : judged(world, shipment, rollback.confirmed());
    };
  }

  private static List<String> judged(
      World world, Shipment shipment, Optional<EnvironmentName> confirmed) {
    EnvironmentName environment = shipment.travel().getFirst();
    boolean asked =
        world
            .declared()
            .environment(environment)
            .flatMap(state -> state.definition().protection())
            .isPresent();
    boolean named = confirmed.map(environment::equals).orElse(!asked);
    return named
        ? List.of()
        : List.of("%s was sent to %s, and it was not named".formatted(shipment.id(), environment));
  }
}
