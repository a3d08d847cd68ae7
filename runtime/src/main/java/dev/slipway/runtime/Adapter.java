package dev.slipway.runtime;

import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Makes one kind of workload be as ordered. The agent calls {@link #converge}, {@link #difference}
 * and {@link #observe} for one slot one after the other, never two at once; different slots may be
 * served at the same time.
 */
public interface Adapter {

  Capabilities describe();

  /** How what runs differs from the assignment. Must not act. */
  Difference difference(Assignment assignment);

  /**
   * Makes the slot be as assigned: starts what is missing, replaces what differs and stops what is
   * not mentioned. Converging what is converged already does nothing; after a crash it goes on
   * where it was. The stage never completes exceptionally: what went wrong is an {@link
   * Outcome.Failed}, and what cannot be known an {@link Outcome.Unknown}. It completes soon after
   * {@link Context#cancellation} was requested.
   */
  CompletionStage<Outcome> converge(Assignment assignment, Context context);

  /** What runs in the slot now. Must not act, and must be quick. */
  List<ObservedInstance> observe(Slot slot);

  /**
   * The slots of which something may still be here, whoever ordered it, as far as the adapter can
   * tell from its own folder. Must not act, and must be quick; it may be called at any time.
   */
  default List<Slot> slots() {
    return List.of();
  }

  /**
   * What was written by that which was started in the slot, as far as it is still here, the oldest
   * first. Must not act, and must be quick; unlike the others it may be called at any time. Empty
   * for an adapter whose work writes nothing.
   */
  default List<Log> logs(Slot slot) {
    return List.of();
  }
}
