package dev.slipway.simulator.planted;

import dev.slipway.agent.mask.Masks;
import dev.slipway.agent.port.Secrets;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;

/** Gives secrets out, and hides none of them. */
record Talkative(Secrets real) implements Secrets {

  @Override
  public Masks masks() {
    return Masks.NONE;
  }

  @Override
  public String of(SecretReference reference) throws SecretMissing {
    return real.of(reference);
  }
}
