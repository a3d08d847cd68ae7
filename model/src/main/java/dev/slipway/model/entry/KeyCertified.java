package dev.slipway.model.entry;

import dev.slipway.model.KeyId;
import dev.slipway.model.PublicKey;

/** The root certified a key for one purpose. */
public record KeyCertified(KeyId key, PublicKey publicKey, Purpose purpose) implements Entry {

  /** What a key may sign. */
  public enum Purpose {
    ORDERS,
    CHECKPOINTS
  }
}
