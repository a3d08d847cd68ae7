package dev.slipway.codec;

import dev.slipway.model.Bytes;
import dev.slipway.model.PublicKey;
import java.util.Optional;

/**
 * An environment's key on its way from one of its agents to another, which knows from whom it
 * comes. Stateless; thread-safe.
 */
public final class WrappedKeys {

  private static final String PURPOSE = "slipway environment key v1";

  private WrappedKeys() {}

  /**
   * Wraps a key for an agent; empty when that one's key is none.
   *
   * @param own the key of the agent that wraps
   * @param to whom it is for
   */
  public static Optional<Bytes> wrap(EnvironmentKeyPair key, SigningKey own, AgentCertificate to) {
    return ReceivingKeys.of(to.key())
        .map(receiving ->
            Bytes.of(
                Hybrid.seal(
                    receiving,
                    ReceivingKeys.of(own),
                    PURPOSE,
                    words(to, own.publicKey()),
                    key.privateBytes())));
  }

  /**
   * Unwraps a key; empty when it is for another one, or from another one, or was changed.
   *
   * @param own the key of the agent that it is for
   * @param to that agent
   * @param from who wrapped it
   */
  public static Optional<EnvironmentKeyPair> unwrap(
      Bytes wrapped, SigningKey own, AgentCertificate to, PublicKey from) {
    return ReceivingKeys.of(from)
        .flatMap(sender ->
            Hybrid.open(wrapped.toArray(), ReceivingKeys.of(own), sender, PURPOSE, words(to, from)))
        .filter(bytes -> bytes.length == ReceivingKeys.SIZE)
        .map(EnvironmentKeyPair::of);
  }

  private static String words(AgentCertificate to, PublicKey from) {
    return String.join(
        "\n",
        to.organisation().value(),
        to.target().environment().value(),
        to.agent().value(),
        to.key().base64(),
        from.base64());
  }
}
