package dev.slipway.agent.core;

import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import java.util.Optional;

/**
 * Whether an agent takes an order. The highest fence ever accepted for a slot decides, so an order
 * that was delayed, repeated or forged from an older one never undoes a newer one.
 */
public sealed interface Acceptance {

  /** It is newer: it takes the place of what is held. */
  record Accept() implements Acceptance {}

  /** It is newer and asks for the very work that is held: only the fence is new. */
  record Confirm() implements Acceptance {}

  /** It is the order that is held. */
  record AlreadyHeld() implements Acceptance {}

  record Refuse(Reason because) implements Acceptance {}

  /**
   * Judges an order whose signature is genuine.
   *
   * @param held the order that the slot holds, or the newer one that it is about to take
   */
  static Acceptance judge(Optional<Known> held, Fence fence, Digest body) {
    if (held.isEmpty()) {
      return new Accept();
    }
    Known known = held.get();
    int order = fence.compareTo(known.fence());
    if (order < 0) {
      return new Refuse(
          new Reason(
              "fence-too-low",
              "The order's fence "
                  + fence
                  + " is lower than "
                  + known.fence()
                  + ", which is held."));
    }
    boolean same = body.equals(known.body());
    if (order > 0) {
      return same ? new Confirm() : new Accept();
    }
    return same
        ? new AlreadyHeld()
        : new Refuse(
            new Reason(
                "fence-reused",
                "Another order with the fence "
                    + fence
                    + " is held; a fence names one order only."));
  }

  /** What is known of the highest order of a slot. */
  record Known(Fence fence, Digest body) {}
}
