package dev.slipway.app.server;

import dev.slipway.model.ActorId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Draws actor ids at random; they say nothing of whom they stand for. */
final class RandomIdentities implements Supplier<ActorId> {

  private static final int BYTES = 8;

  private final SecureRandom random;

  RandomIdentities(SecureRandom random) {
    this.random = random;
  }

  @Override
  public ActorId get() {
    byte[] drawn = new byte[BYTES];
    random.nextBytes(drawn);
    return new ActorId("a-" + HexFormat.of().formatHex(drawn));
  }
}
