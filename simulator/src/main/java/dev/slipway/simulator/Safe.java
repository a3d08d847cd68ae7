package dev.slipway.simulator;

import dev.slipway.agent.mask.Masks;
import dev.slipway.agent.port.Secrets;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where the owner of a target keeps its one secret, which may be gone for a while. It stays hidden
 * even then.
 */
public final class Safe implements Secrets {

  /** What every value begins with. */
  public static final String CANARY = "canary-of-";

  private final String value;
  private final Masks masks;
  private boolean isEmpty;

  Safe(TargetId target) {
    value = CANARY + target.environment() + "-" + target.target();
    masks = Masks.hiding(List.of(value.getBytes(StandardCharsets.UTF_8)));
  }

  public void empty(boolean empty) {
    isEmpty = empty;
  }

  @Override
  public Masks masks() {
    return masks;
  }

  @Override
  public String of(SecretReference reference) throws SecretMissing {
    if (isEmpty) {
      throw new SecretMissing(
          new Reason("secret-missing", "The secret " + reference.words() + " is gone."));
    }
    return value;
  }
}
