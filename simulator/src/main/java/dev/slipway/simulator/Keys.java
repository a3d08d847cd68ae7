package dev.slipway.simulator;

import dev.slipway.codec.Certificates;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.Bytes;
import dev.slipway.model.entry.KeyCertified;
import java.util.random.RandomGenerator;

/** The keys of a run, drawn from its seed. */
public record Keys(SigningKey root, SigningKey orders) {

  private static final int LENGTH = 32;

  static Keys drawn(RandomGenerator random) {
    return new Keys(key(random), key(random));
  }

  static SigningKey key(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return SigningKey.of(bytes);
  }

  Bytes certificate() {
    return Certificates.issue(root, orders.publicKey(), KeyCertified.Purpose.ORDERS);
  }
}
