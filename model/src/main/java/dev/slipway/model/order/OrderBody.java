package dev.slipway.model.order;

import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.Slot;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;

/**
 * What one slot must look like at the present step. What an order does not mention is not touched.
 *
 * @param delivery the number of the delivery that this order serves
 * @param hash the delivery's hash
 * @param step the rollout's step, from 1; {@link #BACK} is the way back to what was in force before
 * @param attempt from 1; a person who has a command run again raises it
 */
public record OrderBody(
    Organisation organisation,
    Slot slot,
    int delivery,
    Digest hash,
    int step,
    int attempt,
    Wanted wanted) {

  public static final int BACK = 0;

  /** Whether this is what a slot falls back to; nothing comes after it that would be better. */
  public boolean leadsBack() {
    return step == BACK;
  }

  /** Full state, an explicit tombstone, or full state and an effect. */
  public sealed interface Wanted {

    record Present(DesiredState state) implements Wanted {}

    record Gone() implements Wanted {}

    /**
     * Full state, and an effect to be had once on top of it: the state is kept first, so that how
     * the order ends is how the job ended.
     *
     * @param job a command, run once per order
     */
    record Effect(DesiredState state, Release job) implements Wanted {}
  }
}
