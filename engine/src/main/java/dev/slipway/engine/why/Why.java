package dev.slipway.engine.why;

import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.fold.Controls.Breakdown;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.queue.Train;
import dev.slipway.engine.rollout.Expected;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a placement is as it is: the recorded reason of its rollout where one is recorded, and the
 * derived one where nothing special is the matter.
 */
public final class Why {

  private Why() {}

  /**
   * One reason.
   *
   * @param until when it is looked at again by itself
   * @param wayOut the command that a person could give
   */
  public record Because(Reason reason, Optional<Instant> until, Optional<String> wayOut) {}

  /**
   * A shipment in a queue.
   *
   * @param position from 1, the next to start
   * @param wayOut the command that a person could give
   * @param notBefore the time that it waits for, where it does
   */
  public record Waiting(
      ShipmentId shipment,
      int position,
      Instant since,
      Reason because,
      Optional<String> wayOut,
      Optional<Instant> notBefore) {}

  /** Why the placement is as it is now. */
  public static Because of(World world, Placement placement) {
    PlacementState at = world.deliveries().placement(placement);
    return at.active().map(Why::rollout).orElseGet(() -> idle(at));
  }

  /** What waits at a placement, in order, and for what. */
  public static List<Waiting> queue(World world, Placement placement, Instant now) {
    PlacementState at = world.deliveries().placement(placement);
    List<Waiting> waiting = new ArrayList<>();
    Optional<Breakdown> down = Train.breakdown(world, placement);
    int before = 0;
    for (PlacementState.Queued queued : at.queue()) {
      Optional<PlacementState.HeldBack> held = queued.held();
      Optional<Instant> notBefore = notBefore(world, queued.shipment(), now);
      Optional<Breakdown> behind = down.filter(it -> isBehind(world, it, queued.shipment()));
      Reason turn = before == 0 ? first(at) : behind(before);
      waiting.add(
          new Waiting(
              queued.shipment(),
              waiting.size() + 1,
              queued.since(),
              held.map(PlacementState.HeldBack::because)
                  .or(() -> notBefore.map(Why::scheduled))
                  .or(() -> behind.map(Train::reason))
                  .orElse(turn),
              held.map(PlacementState.HeldBack::wayOut).or(() -> behind.map(Train::word)),
              notBefore));
      before += held.isPresent() || notBefore.isPresent() || behind.isPresent() ? 0 : 1;
    }
    return List.copyOf(waiting);
  }

  /** Whether a shipment waits until what failed is replaced. */
  static boolean isBehind(World world, Breakdown down, ShipmentId id) {
    return world
        .deliveries()
        .shipments()
        .travelling(id)
        .filter(shipment -> Train.isBehind(down, shipment))
        .isPresent();
  }

  /** The time that a shipment waits for, while it does. */
  static Optional<Instant> notBefore(World world, ShipmentId id, Instant now) {
    return world
        .deliveries()
        .shipments()
        .travelling(id)
        .filter(shipment -> !shipment.isDueAt(now))
        .flatMap(shipment -> shipment.shipment().notBefore());
  }

  static Reason scheduled(Instant notBefore) {
    return new Reason(
        "scheduled",
        "It starts at %s at the earliest, as was wished when it was made.".formatted(notBefore));
  }

  private static Because rollout(RolloutState rollout) {
    Optional<Instant> until =
        rollout.wayOut().isPresent()
            ? Optional.empty()
            : rollout.started().map(RolloutState.Started::deadline);
    Reason reason = rollout.because().orElseGet(() -> Expected.of(rollout));
    return new Because(reason, until, rollout.wayOut());
  }

  private static Because idle(PlacementState at) {
    Optional<PlacementState.Failure> failed =
        at.lastFailure().filter(f -> f.delivery().id().number() == at.lastNumber());
    Reason reason =
        failed
            .map(f -> f.because())
            .or(() -> at.inForce().map(Why::inForce))
            .orElseGet(() -> new Reason("nothing-delivered", "Nothing was delivered here yet."));
    return new Because(reason, Optional.empty(), Optional.empty());
  }

  private static Reason inForce(PlacementState.InForce held) {
    return new Reason("in-force", "%s is in force.".formatted(held.delivery().id()));
  }

  private static Reason first(PlacementState at) {
    Optional<Reason> active = at.active().map(Why::behind);
    return active
        .or(() -> at.controls().pause().map(Controls.Pause::reason))
        .orElseGet(() -> new Reason("about-to-start", "It starts at the next look."));
  }

  private static Reason behind(RolloutState active) {
    String says =
        active.because().map(because -> ", which says: " + because.sentence()).orElse(".");
    return new Reason(
        "rollout-active", "It waits for %s to end%s".formatted(active.delivery().id(), says));
  }

  private static Reason behind(int others) {
    return new Reason(
        "behind-others",
        others == 1
            ? "It waits behind one other."
            : "It waits behind %d others.".formatted(others));
  }
}
