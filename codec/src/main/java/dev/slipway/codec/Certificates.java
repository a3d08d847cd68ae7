package dev.slipway.codec;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.Bytes;
import dev.slipway.model.PublicKey;
import dev.slipway.model.entry.KeyCertified;
import java.util.Optional;

/** Certificates of keys in DSSE envelopes that the root signs. Stateless; thread-safe. */
public final class Certificates {

  private static final String TYPE = "application/vnd.slipway.certificate.v1+json";
  private static final int SIZE_MAX = 4096;
  private static final Shape CERTIFICATE = Shapes.of(Certificate.class);

  private Certificates() {}

  public static Bytes issue(SigningKey root, PublicKey key, KeyCertified.Purpose purpose) {
    Certificate certificate = new Certificate(KeyIds.of(key), key, purpose);
    return Envelope.sign(TYPE, CanonicalText.of(CERTIFICATE, certificate).bytes(), root).toBytes();
  }

  /** What a certificate says; empty when it is none, or the root did not sign it. */
  public static Optional<Certificate> verify(PublicKey root, Bytes certificate) {
    try {
      Envelope envelope = Envelope.parse(certificate);
      byte[] signed = envelope.signedBytes();
      boolean genuine =
          envelope.payloadType().equals(TYPE)
              && envelope.signatures().stream()
                  .anyMatch(each -> Signatures.verify(root, signed, each.bytes().toArray()));
      return genuine ? read(envelope.payload()) : Optional.empty();
    } catch (Undecodable e) {
      return Optional.empty();
    }
  }

  private static Optional<Certificate> read(Bytes payload) {
    Certificate certificate =
        (Certificate) CERTIFICATE.decode(JsonText.read(payload.toArray(), SIZE_MAX));
    return Optional.of(certificate).filter(it -> it.key().equals(KeyIds.of(it.publicKey())));
  }
}
