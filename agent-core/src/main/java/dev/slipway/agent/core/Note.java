package dev.slipway.agent.core;

import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.Outcome;

/** What an agent writes into its journal. Types are additive. */
public sealed interface Note {

  Slot slot();

  Fence fence();

  /**
   * An order was accepted; this is also the intent of its first step.
   *
   * @param machine which start of the machine this is
   */
  record Accepted(Slot slot, Fence fence, Digest body, Bytes envelope, String machine)
      implements Note {}

  /** The very body that is held came under a higher fence; nothing has to be done for it. */
  record Confirmed(Slot slot, Fence fence, Bytes envelope) implements Note {}

  /** The intent of a later step, counted from 0. */
  record Intended(Slot slot, Fence fence, int step, String machine) implements Note {}

  /** The order ended. */
  record Ended(Slot slot, Fence fence, Outcome outcome) implements Note {}

  /** The server has the outcome of this fence. */
  record Acknowledged(Slot slot, Fence fence) implements Note {}
}
