package dev.slipway.engine.command;

import dev.slipway.model.Reason;
import dev.slipway.model.state.Delivery;

/** Somebody says something of a delivery that is not what they looked at. */
final class Differing {

  private Differing() {}

  static Reason hash(Delivery present) {
    return new Reason(
        "hash-differs",
        "%s is not what you looked at; look again. Its hash is %s."
            .formatted(present.id(), present.hash()));
  }
}
