package dev.slipway.engine.queue;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Controls.Breakdown;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.QueuePolicy;
import java.util.Optional;

/**
 * Where releases run as a train, one that failed stops all behind it, until something has come into
 * force in its place or a person says that they go on. What its failure brings back by itself is no
 * replacement, nor is what was cancelled.
 *
 * <pre>
 *   made before the failure   waits; an automatic one is superseded once an automatic one replaces it
 *   made after the failure    replaces what failed, and goes before all that waits
 *   a rollback                goes, as it always does
 * </pre>
 */
public final class Train {

  private Train() {}

  /** What a placement stands still behind; empty where nothing failed, or no train runs. */
  public static Optional<Breakdown> breakdown(Deliberation d, Placement placement) {
    return d.environment(placement.environment()).isPresent()
        ? d.placement(placement).controls().breakdown().filter(_ -> runs(d.world(), placement))
        : Optional.empty();
  }

  /** The same, read from a world that nothing is decided in. */
  public static Optional<Breakdown> breakdown(World world, Placement placement) {
    return world
        .deliveries()
        .placement(placement)
        .controls()
        .breakdown()
        .filter(_ -> runs(world, placement));
  }

  /** Whether a shipment waits until what failed is replaced. */
  public static boolean isBehind(Breakdown down, ShipmentState shipment) {
    return !shipment.isRollback() && !shipment.madeAt().isAfter(down.at());
  }

  /** What whoever waits behind it is told. */
  public static Reason reason(Breakdown down) {
    return new Reason(
        "behind-failure",
        "%s failed, and what is behind it waits until it is replaced: %s"
            .formatted(down.delivery(), down.because().sentence()));
  }

  /** The command by which a person lets them go on. */
  public static String word(Breakdown down) {
    return "slipway queue go-on " + down.delivery();
  }

  private static boolean runs(World world, Placement placement) {
    return world
        .declared()
        .environment(placement.environment())
        .map(state -> state.definition())
        .map(EnvironmentDefinition::queuePolicy)
        .filter(QueuePolicy.TRAIN::equals)
        .isPresent();
  }
}
