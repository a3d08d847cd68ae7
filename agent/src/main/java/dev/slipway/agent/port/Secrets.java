package dev.slipway.agent.port;

import dev.slipway.agent.mask.Masks;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;

/** The secrets of this target, which never leave it. Thread-safe. */
public interface Secrets extends SecretValues {

  /** There are none. */
  Secrets NONE =
      new Secrets() {
        @Override
        public Masks masks() {
          return Masks.NONE;
        }

        @Override
        public String of(SecretReference reference) throws SecretMissing {
          return SecretValues.NONE.of(reference);
        }
      };

  /** Hides the values that are or were used here; looks for new ones now and then. */
  Masks masks();
}
