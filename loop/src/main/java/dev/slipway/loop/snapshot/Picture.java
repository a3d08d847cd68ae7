package dev.slipway.loop.snapshot;

import dev.slipway.engine.fold.Deliveries;
import dev.slipway.engine.fold.Externals;
import dev.slipway.engine.fold.Shipments;
import dev.slipway.engine.fold.World;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.model.Organisation;
import dev.slipway.model.ShipmentId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All that the loop folds.
 *
 * @param format the highest that was raised
 * @param agents who acts at each target, and {@code former} whose place another one took
 */
public record Picture(
    int format, List<Enrolled> agents, List<Enrolled> former, PMap<Organisation, World> worlds) {

  private static final int SHIPMENTS_AT_ONCE = 1_000;

  /** Before the first entry. */
  public static final Picture EMPTY = new Picture(0, List.of(), List.of(), HashTreePMap.empty());

  public Picture {
    agents = List.copyOf(agents);
    former = List.copyOf(former);
  }

  /** This picture in parts, in an order in which {@link #with} takes them. */
  public Stream<Part> parts() {
    return Stream.concat(
        Stream.of(new Part.OfLedger(format, agents, former)),
        worlds.values().stream().flatMap(Picture::parts));
  }

  private static Stream<Part> parts(World world) {
    Organisation of = world.organisation();
    Deliveries all = world.deliveries();
    return Stream.of(
            Stream.of(new Part.OfWorld(bare(world))),
            shipments(of, List.copyOf(all.shipments().made())),
            all.placements().entrySet().stream()
                .map(each -> new Part.OfPlacement(of, each.getKey(), each.getValue())),
            world.externals().byPlacement().entrySet().stream()
                .map(each -> new Part.OfExternals(of, each.getKey(), each.getValue())),
            all.slots().entrySet().stream()
                .map(each -> new Part.OfSlot(of, each.getKey(), each.getValue())))
        .flatMap(parts -> parts);
  }

  private static World bare(World world) {
    return world
        .externals(Externals.NONE)
        .deliveries(
            new Deliveries(
                new Shipments(
                    world.deliveries().shipments().travelling(),
                    HashTreePSet.empty(),
                    world.sets(),
                    world.campaigns()),
                TreePMap.empty(),
                TreePMap.empty()));
  }

  private static Stream<Part> shipments(Organisation organisation, List<ShipmentId> made) {
    return IntStream.iterate(0, from -> from < made.size(), from -> from + SHIPMENTS_AT_ONCE)
        .mapToObj(from ->
            new Part.OfShipments(
                organisation, made.subList(from, Math.min(made.size(), from + SHIPMENTS_AT_ONCE))));
  }

  /** This picture with one part more. */
  public Picture with(Part part) {
    return switch (part) {
      case Part.OfLedger it -> new Picture(it.format(), it.agents(), it.former(), worlds);
      case Part.OfWorld it -> with(it.world());
      case Part.OfShipments it -> {
        Deliveries all = deliveries(it.organisation());
        yield with(
            it.organisation(),
            new Deliveries(
                new Shipments(
                    all.shipments().travelling(),
                    all.shipments().made().plusAll(it.made()),
                    all.shipments().sets(),
                    all.shipments().campaigns()),
                all.placements(),
                all.slots()));
      }
      case Part.OfPlacement it -> {
        Deliveries all = deliveries(it.organisation());
        yield with(
            it.organisation(),
            new Deliveries(
                all.shipments(), all.placements().plus(it.placement(), it.state()), all.slots()));
      }
      case Part.OfExternals it -> {
        World world = world(it.organisation());
        yield with(world.externals(world.externals().plus(it.placement(), it.externals())));
      }
      case Part.OfSlot it -> {
        Deliveries all = deliveries(it.organisation());
        yield with(
            it.organisation(),
            new Deliveries(
                all.shipments(), all.placements(), all.slots().plus(it.slot(), it.state())));
      }
    };
  }

  private Deliveries deliveries(Organisation organisation) {
    return world(organisation).deliveries();
  }

  /** A world; empty when nothing of it is here. */
  public World world(Organisation organisation) {
    return Optional.ofNullable(worlds.get(organisation)).orElseGet(() -> World.empty(organisation));
  }

  private Picture with(Organisation organisation, Deliveries deliveries) {
    return with(world(organisation).deliveries(deliveries));
  }

  private Picture with(World world) {
    return new Picture(format, agents, former, worlds.plus(world.organisation(), world));
  }
}
