package dev.slipway.loop.keeper;

import dev.slipway.engine.fold.World;
import dev.slipway.model.entry.Draft;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes ready, while the disk is waited for, what somebody is to be told once a cause is durable
 * with all that follows from it. It is told if all of that was written as it was foreseen, and
 * forgotten otherwise.
 */
@FunctionalInterface
public interface Ahead {

  /** Everybody is told in the loop's turn. */
  Ahead NOTHING = (_, _) -> () -> {};

  /**
   * What tells; it is run as soon as everything is durable, on any thread, and must be quick. This
   * is called in the loop's turn.
   *
   * @param drafts what is being written
   * @param world as it will be
   */
  Runnable of(List<Draft> drafts, Supplier<World> world);
}
