package dev.slipway.engine.authority;

import dev.slipway.engine.fold.World;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;
import dev.slipway.model.SetId;
import dev.slipway.model.command.Command;
import java.util.List;
import java.util.stream.Stream;

/** Where what a command is about goes, or is. Stateless. */
final class Destinations {

  private Destinations() {}

  /** Where a deploy goes; to a group, that is all of its environments. */
  static List<Placement> of(World world, Command.Deploy deploy) {
    return stops(world, deploy.environment())
        .map(stop -> new Placement(deploy.application(), stop))
        .toList();
  }

  private static Stream<EnvironmentName> stops(World world, EnvironmentName name) {
    return world
        .declared()
        .environmentGroup(name)
        .<Stream<EnvironmentName>>map(group -> group.environments().keySet().stream())
        .orElseGet(() -> Stream.of(name));
  }

  /** Everywhere that commits go that are shipped as one. */
  static List<Placement> of(World world, Command.Ship ship) {
    return ship.travel().stream()
        .flatMap(name -> stops(world, name))
        .flatMap(stop -> ship.cargo().stream().map(one -> new Placement(one.application(), stop)))
        .toList();
  }

  /** Everywhere that a set goes; nowhere when it is unknown. */
  static List<Placement> of(World world, SetId id) {
    return world.sets().of(id).stream().flatMap(set -> set.set().places()).toList();
  }

  /** Where the shipment is now; of one that is nowhere, only who reaches everything is told. */
  static Scope of(World world, Command.CancelShipment cancel) {
    return world
        .deliveries()
        .whereabouts(cancel.shipment())
        .<Scope>map(Scope.OfPlacement::new)
        .orElseGet(Scope.Everything::new);
  }
}
