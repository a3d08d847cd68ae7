package dev.slipway.model.state;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SecretName;
import dev.slipway.model.definition.SecretReference;

/**
 * Which sealed secret a parameter of a shipment is in one environment. Each environment has
 * versions of its own.
 */
public record PinnedSecret(
    EnvironmentName environment, String parameter, SecretName secret, int version) {

  /** As the agents there find it. */
  public SecretReference reference() {
    return new SecretReference.Sealed(secret, version);
  }
}
