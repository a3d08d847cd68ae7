package dev.slipway.codec;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.Bytes;
import dev.slipway.model.KeyId;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Reason;
import dev.slipway.model.order.Order;
import java.util.Optional;
import java.util.function.Function;

/** Orders in DSSE envelopes over their canonical bytes. Stateless; thread-safe. */
public final class OrderCodec {

  private static final String TYPE = "application/vnd.slipway.order.v1+json";
  private static final int SIZE_MAX = 6 * 1024 * 1024;
  private static final Shape ORDER = Shapes.of(Order.class);

  private OrderCodec() {}

  /** The envelope of an order, as JSON. */
  public static Bytes sign(Order order, SigningKey key) {
    return Envelope.sign(TYPE, CanonicalText.of(ORDER, order).bytes(), key).toBytes();
  }

  /**
   * Verifies an envelope, and only then reads the order in it. Whatever the bytes are, the answer
   * is a value; nothing is thrown.
   *
   * @param keys the trusted keys by their ids
   */
  public static Opened open(Bytes envelope, Function<KeyId, Optional<PublicKey>> keys) {
    try {
      Envelope parsed = Envelope.parse(envelope);
      if (!parsed.payloadType().equals(TYPE)) {
        return forged("not-an-order", "The envelope does not hold an order of a known form.");
      }
      if (!isSigned(parsed, keys)) {
        return forged(
            "signature-not-trusted", "No key that may sign orders has signed this order.");
      }
      return new Opened.Genuine(
          (Order) ORDER.decode(JsonText.read(parsed.payload().toArray(), SIZE_MAX)));
    } catch (Undecodable e) {
      return forged("order-unreadable", "The order cannot be read: " + e.getMessage() + ".");
    }
  }

  private static boolean isSigned(Envelope envelope, Function<KeyId, Optional<PublicKey>> keys) {
    byte[] signed = envelope.signedBytes();
    return envelope.signatures().stream()
        .anyMatch(signature ->
            signature
                .keyId()
                .flatMap(keys)
                .filter(key -> Signatures.verify(key, signed, signature.bytes().toArray()))
                .isPresent());
  }

  private static Opened forged(String code, String sentence) {
    return new Opened.Forged(new Reason(code, sentence));
  }
}
