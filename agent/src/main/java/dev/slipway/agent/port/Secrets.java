package dev.slipway.agent.port;

import dev.slipway.agent.mask.Masks;

/** The secrets of this target, which never leave it. Thread-safe. */
@FunctionalInterface
public interface Secrets {

  /** There are none. */
  Secrets NONE = () -> Masks.NONE;

  /** Hides the values that are or were used here; looks for new ones now and then. */
  Masks masks();
}
